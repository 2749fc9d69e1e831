/**
 * Wire stories of our own, to plant copies with. Each fact is written twice, by two people as it were, so that a story
 * of the same event that nobody copied can be told from one that somebody did. `{0}` to `{5}` are filled from `settings`.
 */
export interface WireStory {
  readonly name: string;
  /** Three settings of one story: place, person, body, figures. */
  readonly settings: readonly (readonly string[])[];
  /** The agency's sentence, and what a reporter of a paper wrote alone. */
  readonly facts: readonly (readonly [wire: string, own: string])[];
  /** Words that both heard, with the agency's and the reporter's way to bring them in. */
  readonly quotations: readonly (readonly [words: string, wire: string, own: string])[];
}

export const STORIES: readonly WireStory[] = [
  {
    name: 'dam',
    settings: [
      ['Lindau', 'Anna Weber', 'the district council', '1,200', '14', 'Monday'],
      ['Portwick', 'Hugh Carrow', 'the county board', '860', '22', 'Thursday'],
      ['Sennen Falls', 'Marta Oliveira', 'the water authority', '2,450', '9', 'Saturday'],
    ],
    facts: [
      [
        'Engineers closed the old dam above {0} on {5} after they found water seeping through its eastern wall.',
        'Damp patches on the east side of the barrage near {0} made inspectors shut it on {5}.',
      ],
      [
        'About {3} people were told to leave their homes in the valley below and to stay with relatives.',
        'Down the valley {3} residents packed and went, most to family elsewhere.',
      ],
      [
        'The structure was built {4} years ago and had passed its last inspection in the spring.',
        'Nothing odd was noted when experts looked at the {4}-year-old wall last spring.',
      ],
      [
        'Pumps from three neighbouring districts arrived overnight and lowered the lake by almost two metres.',
        'By dawn borrowed pumps had drawn the water down nearly two metres.',
      ],
      [
        'A spokesman for {2} said that repairs would take at least until the end of the summer.',
        'Autumn is the earliest that work can be finished, {2} let it be known.',
      ],
      [
        'Schools along the river will stay shut until experts have declared the lower villages safe.',
        'Pupils near the water get days off while specialists check the villages downstream.',
      ],
      [
        'Farmers complained that nobody had warned them before their fields were flooded by the emergency release.',
        'Anger is growing among growers whose meadows went under when the sluices were opened unannounced.',
      ],
      [
        'The regional government has promised money for those who lost crops, without naming a sum.',
        'How much growers will get from the region for spoiled harvests stays open.',
      ],
    ],
    quotations: [
      [
        'We checked it twice and both times the wall held',
        'Mayor {1} told reporters at the site',
        'as {1}, the mayor, put it when she was asked at the gate',
      ],
      ['Nobody should go back before we give the word', '{1} added', '{1} warned'],
    ],
  },
  {
    name: 'ferry',
    settings: [
      ['Brannock', 'Colm Daly', 'Northern Lines', '312', '40', 'Tuesday'],
      ['Isola Verde', 'Piero Conti', 'Mare Nostro Ferries', '540', '65', 'Friday'],
      ['Harrow Sound', 'Jane Whitlock', 'Coastlink', '187', '25', 'Sunday'],
    ],
    facts: [
      [
        'A passenger ferry with {3} people on board ran onto a sandbank outside {0} late on {5} in thick fog.',
        'Fog hid the shoal off {0} on which a ship carrying {3} travellers got stuck on {5} night.',
      ],
      [
        'Lifeboats brought the first passengers ashore within an hour, among them two women in labour.',
        'Two expectant mothers were in the boats that reached land first, some sixty minutes later.',
      ],
      [
        'The crew had reported trouble with the radar shortly before the vessel left the harbour.',
        'That the radar was playing up had been noted before departure.',
      ],
      [
        '{2} cancelled all crossings for the following day and offered to pay for hotel rooms.',
        'Travellers got beds at the cost of {2}, which called off sailings the next day.',
      ],
      [
        'Divers found a tear of several metres in the hull, but no fuel had leaked into the bay.',
        'The bay is clean although the hull is ripped open over a good length, divers established.',
      ],
      [
        'Investigators took the recorder from the bridge and began to question the officers on duty.',
        'What was said on the bridge is now with investigators, who are hearing the watch.',
      ],
      [
        'The captain, who has sailed the route for {4} months, was said to be in shock.',
        'With {4} months on this line, the master is not a novice; he was too shaken to talk.',
      ],
      [
        'It was the third grounding in these waters since the lighthouse was switched off.',
        'Twice before ships had struck here after the light went dark.',
      ],
    ],
    quotations: [
      ['The bow rose and everything on the tables slid to the floor', 'passenger {1} said', 'is how {1} remembers it'],
      [
        'We sat in the dark and sang so that the children would not cry',
        '{1} told local radio',
        '{1} recalled over tea',
      ],
    ],
  },
  {
    name: 'bank',
    settings: [
      ['Meridian Bank', 'Laura Stein', 'the financial regulator', '$340 million', '1,900', 'Wednesday'],
      ['Union Credit', 'Paul Achterberg', 'the central bank', '$78 million', '650', 'Monday'],
      ['Castle Savings', 'Ines Duarte', 'the supervisory office', '$1.2 billion', '4,300', 'Friday'],
    ],
    facts: [
      [
        '{0} will pay {3} to settle claims that it charged customers for insurance they never asked for.',
        'Clients of {0} had been sold cover without knowing it; the matter now ends with a payment of {3}.',
      ],
      [
        'The agreement, announced on {5}, ends an inquiry that had dragged on for nearly four years.',
        'Four years of digging are over with what was made public on {5}.',
      ],
      [
        'About {4} members of staff took part in the scheme, which rewarded branches for every policy sold.',
        'Bonuses for each contract had drawn in {4} employees.',
      ],
      [
        'Shares of the lender rose by three percent in early trading as investors had feared worse.',
        'Relief lifted the stock three points at the opening bell.',
      ],
      [
        'Internal messages show that managers joked about pensioners who did not read the small print.',
        'Older savers were laughed at in mails among superiors.',
      ],
      [
        '{2} said that refunds should reach most customers before the end of the year.',
        'By December most should have their money back, according to {2}.',
      ],
      [
        'The chairman gave up his bonus but rejected calls by shareholders to step down.',
        'He stays, though without the extra pay, the head of the board let owners know.',
      ],
      [
        'Two former executives still face charges of false accounting in a separate case.',
        'Cooked books are the subject of another trial, against a pair of ex-directors.',
      ],
    ],
    quotations: [
      [
        'This was not a mistake in a form but a way of doing business',
        '{1} of {2} said',
        'in the words of {1}, who led the inquiry',
      ],
      [
        'We owe our customers an apology and we owe them their money',
        'chief executive Tom Hale said',
        'Hale, who runs the lender, wrote',
      ],
    ],
  },
  {
    name: 'wolf',
    settings: [
      ['Karst Ridge', 'Jure Novak', 'the forestry service', '37', '11', 'last week'],
      ['Glen Orra', 'Fiona Mackay', 'the nature agency', '52', '6', 'in March'],
      ['Upper Tarn', 'Elias Brandt', 'the wildlife board', '18', '23', 'on Sunday'],
    ],
    facts: [
      [
        'Hunters near {0} shot a young wolf {5} although the animal carried a transmitter of {2}.',
        'A collared wolf, not yet fully grown, was killed {5} by men with a hunting licence in the woods of {0}.',
      ],
      [
        'Since the autumn {3} sheep have been torn on the pastures above the village.',
        'Shepherds count {3} dead animals on the slopes over the past half year.',
      ],
      [
        'The pack was thought to number {4} before the shooting and had been seen close to houses.',
        'Rangers had put the group at {4}; it had strayed near gardens.',
      ],
      [
        'Whoever kills a protected animal without permission can be sent to prison for up to five years.',
        'The law knows prison terms of as long as five years for such a deed.',
      ],
      [
        'Environmental groups offered a reward for information about other carcasses in the area.',
        'For hints about more dead predators activists will pay.',
      ],
      [
        'Parliament is to debate in May whether the protection of large carnivores should be relaxed.',
        'Looser rules for bears and lynx too are on the agenda of the house this spring.',
      ],
      [
        'A fence that would have kept the flocks safe was promised two years ago and never built.',
        'The barrier that herders were assured of has not been put up to this day.',
      ],
      [
        'Police seized two rifles and are waiting for the results of a ballistic test.',
        'Two guns are being examined in the laboratory.',
      ],
    ],
    quotations: [
      [
        'I have buried more lambs this winter than in the ten years before',
        'farmer {1} said',
        '{1}, who keeps sheep there, sighed',
      ],
      [
        'The collar was bright orange and nobody could have missed it',
        'a ranger told the agency',
        'one of the rangers said at the spot',
      ],
    ],
  },
  {
    name: 'vaccine',
    settings: [
      ['Corvena', 'Dr. Amal Haddad', 'the health ministry', '94', '12,000', 'June'],
      ['Biolux', 'Dr. Peter Lang', 'the drug agency', '71', '3,400', 'October'],
      ['Helixa', 'Dr. Rosa Kim', 'the institute of public health', '88', '27,500', 'January'],
    ],
    facts: [
      [
        'A new vaccine against dengue made by {0} protected {3} percent of volunteers, a trial has found.',
        'In tests {3} of 100 people stayed free of dengue thanks to a shot that {0} developed.',
      ],
      [
        'More than {4} adults in five countries received two doses four weeks apart.',
        'Two jabs within a month were given to {4} grown-ups on three continents.',
      ],
      [
        'Side effects were mild and mostly limited to a sore arm and a headache on the first day.',
        'Aching arms and heads on day one were about all that testers noted.',
      ],
      [
        '{2} could approve the product as early as {5}, according to people close to the process.',
        'Insiders expect a licence from {2} in {5} at the soonest.',
      ],
      [
        'The company plans to sell the vaccine at cost price in the poorest nations for ten years.',
        'Profit is ruled out for a decade where people have least, the maker promises.',
      ],
      [
        'Critics noted that no children were included, although they are hit hardest by the fever.',
        'The young suffer most from it, yet were left out, sceptics point out.',
      ],
      [
        'Cases have doubled in the past decade as mosquitoes spread to cooler regions.',
        'Because the insects move north, infections are twice what they were ten years back.',
      ],
      [
        'A rival product was withdrawn in several countries after doubts about its safety arose.',
        'Another serum had to go in some places when worries came up.',
      ],
    ],
    quotations: [
      [
        'The numbers are better than anything we dared to hope for',
        '{1}, who led the trial, said',
        '{1} beamed when the tables were shown',
      ],
      [
        'A vaccine that stays in the refrigerator of the rich helps nobody',
        'a doctor in one of the hospitals warned',
        'as a physician at one clinic put it',
      ],
    ],
  },
  {
    name: 'stadium',
    settings: [
      ['Rovers', 'Neil Armitage', 'the city council', '£95 million', '31,000', '2027'],
      ['Atletico Sur', 'Carla Benitez', 'the mayor’s office', '€140 million', '45,500', '2029'],
      ['Dynamo', 'Viktor Lasko', 'the planning board', '$60 million', '18,200', '2026'],
    ],
    facts: [
      [
        '{0} won permission for a new ground with {4} seats after a meeting that lasted until midnight.',
        'Past midnight it was settled that {0} may build an arena for {4} spectators.',
      ],
      [
        'The cost is put at {3}, a third more than when the plans were first shown.',
        'At {3} it has become a third dearer than first said.',
      ],
      [
        '{2} attached the condition that the club pays for a tram line to the gates.',
        'A tram stop at the club’s expense is what {2} demanded in return.',
      ],
      [
        'Work is to begin once the old gasworks beside the canal have been cleared.',
        'First the former gas plant at the waterway has to go.',
      ],
      [
        'Residents of the nearest street have announced that they will take the matter to court.',
        'Neighbours are preparing a lawsuit.',
      ],
      [
        'The first match should be played there in {5}, when the lease of the present ground runs out.',
        'Kick-off is meant to be in {5} because the current rent contract then ends.',
      ],
      [
        'Plans for a hotel and a shopping arcade next to the stands were dropped at the last minute.',
        'Shops and beds beside the terraces vanished from the draft in the end.',
      ],
      [
        'The old stands, where the team has played since 1911, will make way for flats.',
        'Housing takes the place of the terraces that were home for over a century.',
      ],
    ],
    quotations: [
      [
        'I was born two streets from here and I will miss the smell of the brewery',
        'club president {1} said',
        '{1}, who presides over the club, grew wistful',
      ],
      [
        'They ask us to accept noise and traffic and offer us a bench',
        'resident Olive Tan said',
        'was the verdict of Olive Tan, who lives opposite',
      ],
    ],
  },
  {
    name: 'school',
    settings: [
      ['Eastmoor', 'Rachel Odom', 'the school board', '48', '2,300', 'September'],
      ['Villa Rosa', 'Marco Sanna', 'the education office', '17', '640', 'January'],
      ['Kingsreach', 'Tessa Lowe', 'the local authority', '95', '5,100', 'April'],
    ],
    facts: [
      [
        'Primary schools in {0} will start lessons at nine instead of eight from {5}, {2} decided.',
        'An hour more of sleep awaits small pupils of {0} in {5}; {2} voted for it.',
      ],
      [
        'A trial in {3} classes had shown that children were more alert and missed fewer days.',
        'Absences fell and attention rose in {3} groups that tried it.',
      ],
      [
        'Some {4} families answered a survey, and two of three were in favour of the change.',
        'Of {4} households asked, a clear majority liked the idea.',
      ],
      [
        'Bus companies warned that they would need extra drivers during the morning peak.',
        'More people at the wheel are needed at rush hour, carriers cautioned.',
      ],
      [
        'Parents who leave early for work can bring their children to supervised breakfast rooms.',
        'For those with early shifts there will be rooms with cocoa and supervision.',
      ],
      [
        'Teachers’ unions gave a cautious welcome but asked for written guarantees about hours.',
        'Staff representatives like it, provided that working time is fixed on paper.',
      ],
      [
        'Similar reforms in two northern towns were given up after a single term.',
        'Up north the experiment ended after some months in a pair of towns.',
      ],
      [
        'Afternoon clubs will have to move to later hours, which worries sports associations.',
        'Trainers fret because practice will slip toward the evening.',
      ],
    ],
    quotations: [
      [
        'You cannot teach fractions to a child who is still asleep',
        'headteacher {1} said',
        'headteacher {1} likes to say',
      ],
      [
        'My shift begins at six and nobody asked me',
        'a father of three told the meeting',
        'came from a father at the back of the hall',
      ],
    ],
  },
  {
    name: 'festival',
    settings: [
      ['Larkfield', 'Dana Frost', 'the county police', '26', '80,000', 'Saturday'],
      ['Playa Larga', 'Ruben Costa', 'the civil guard', '9', '35,000', 'Sunday'],
      ['Birchholm', 'Sven Aalto', 'the rescue service', '41', '22,000', 'Friday'],
    ],
    facts: [
      [
        'A storm tore down part of the main stage at the {0} festival on {5} and injured {3} people.',
        '{3} were hurt at {0} when gusts brought stage parts crashing on {5}.',
      ],
      [
        'Organisers had interrupted the programme ten minutes earlier because of lightning.',
        'Flashes on the horizon had halted the music shortly before.',
      ],
      [
        'Around {4} visitors were on the grounds, many of them in tents on a low meadow.',
        'The site held {4} guests, lots of them camping where water collects.',
      ],
      [
        '{2} praised the crowd for leaving the area quickly and without panic.',
        'Calm was how people walked off, noted {2} with respect.',
      ],
      [
        'Four of the injured remained in hospital the next morning, none of them in danger.',
        'In the clinic four still lay after a night, all stable.',
      ],
      [
        'Tickets for the cancelled concerts will be refunded or can be used next summer.',
        'Either money back or entry in twelve months is on offer.',
      ],
      [
        'The company that built the stage said that it met the standard for strong winds.',
        'Its construction could bear gales by the book, the rigging firm maintained.',
      ],
      [
        'Meteorologists had issued a warning for the region on the previous evening.',
        'The night before, forecasters had raised the alarm.',
      ],
    ],
    quotations: [
      [
        'It sounded like a train and then the roof was simply gone',
        'festivalgoer {1} said',
        '{1}, 24, still trembled while talking',
      ],
      [
        'If we had waited for the last song we would be counting the dead',
        'head of security Ivo Brandl said',
        'Brandl, in charge of safety, admitted',
      ],
    ],
  },
  {
    name: 'museum',
    settings: [
      ['the Hallam Museum', 'Edith Crane', 'the culture ministry', '63', '1897', 'Tuesday'],
      ['the Palazzo Gritti collection', 'Luca Ferri', 'the heritage office', '12', '1911', 'Thursday'],
      ['the Royal Cabinet', 'Johanna Maes', 'the federal government', '140', '1903', 'Monday'],
    ],
    facts: [
      [
        '{0} handed back {3} bronze figures on {5} that soldiers had carried off in {4}.',
        'Looted in {4}, {3} bronzes left {0} for home on {5}.',
      ],
      [
        'They will be shown for a year in a temporary hall until a new building is ready.',
        'A makeshift gallery is to house them for twelve months.',
      ],
      [
        '{2} had blocked the return for a decade by pointing to a law against giving away state property.',
        'For ten years {2} hid behind a rule on public assets.',
      ],
      [
        'Two descendants of the last court sculptor travelled to the ceremony and sang an old hymn.',
        'An ancient song was heard from two heirs of the master who cast them.',
      ],
      [
        'The insured value of the pieces was not disclosed, but experts speak of tens of millions.',
        'What they are worth is kept quiet; connoisseurs guess at eight figures.',
      ],
      [
        'Copies made with scanners will take the place of the originals in the showcases.',
        'Replicas from a printer fill the empty glass cases.',
      ],
      [
        'Other houses are now under pressure to say what is in their storerooms.',
        'Curators elsewhere feel pushed to open their depots.',
      ],
      [
        'A catalogue lists every object with the name of the officer who brought it to Europe.',
        'Who took what can be read in a printed inventory.',
      ],
    ],
    quotations: [
      ['They were never lost, we always knew the address', 'historian {1} said', 'historian {1} dryly observed'],
      [
        'An empty plinth can teach more than a stolen statue',
        'the director told guests',
        'was how the director saw it',
      ],
    ],
  },
  {
    name: 'strike',
    settings: [
      ['Valmet Rail', 'Greta Holm', 'the transport union', '7', '15,000', 'Thursday'],
      ['Southern Trams', 'Omar Reid', 'the drivers’ union', '5', '2,800', 'Monday'],
      ['Air Boreal', 'Nina Falk', 'the cabin crew union', '11', '6,200', 'Wednesday'],
    ],
    facts: [
      [
        'Staff of {0} walked out at midnight on {5} after talks about pay had broken down.',
        'Since the small hours of {5} nothing moves at {0}; the sides could not agree on wages.',
      ],
      [
        '{2} is asking for {3} percent more money and a shorter working week for night shifts.',
        'Raises of {3} in a hundred, and fewer hours after dark: that is what {2} is after.',
      ],
      [
        'The stoppage hit about {4} passengers in the first hours, most of them commuters.',
        'By breakfast {4} travellers had been stranded.',
      ],
      [
        'Managers offered a one-off payment instead and called the demands out of touch with reality.',
        'A single bonus was all that bosses put on the table, with harsh words for the claim.',
      ],
      [
        'An arbitrator who had settled the previous conflict was asked to step in again.',
        'The mediator of last time may return.',
      ],
      [
        'Taxi fares doubled in the centre while car-sharing firms ran out of vehicles before seven.',
        'Shared cars were gone by seven and cabs cost twice the usual.',
      ],
      [
        'A court refused to ban the action because the legal period of notice had been kept.',
        'Judges let it go ahead: it had been announced in time.',
      ],
      [
        'Further walkouts are planned for every second week until an agreement is signed.',
        'It will be repeated fortnightly unless there is a signature.',
      ],
    ],
    quotations: [
      [
        'We have waited for eleven months and the answer was a fruit basket',
        '{1} of {2} said',
        '{1}, who speaks for the staff, mocked',
      ],
      ['I walked for an hour and I still think they are right', 'a commuter said', 'a woman on foot shrugged'],
    ],
  },
];
