/** Events of our own, of which two papers tell: what contradictions are planted in. */
export interface Scene {
  readonly name: string;
  /** The first sentences of the two papers: the same event in two wordings. */
  readonly leads: readonly [string, string];
  /** Who speaks for a body, and a person by name. */
  readonly body: string;
  readonly person: string;
  /** What was counted, and what happened to it: "houses", "were destroyed by the fire". */
  readonly noun: string;
  readonly happened: string;
  readonly count: number;
  readonly other: number;
  /** A statement, and its negation. */
  readonly holds: string;
  readonly fails: string;
  /** A quotation with the word that turns it in the middle, and what it is replaced by. */
  readonly quotation: readonly [before: string, turning: string, without: string, after: string];
  /** What is measured, in metres. */
  readonly measured: string;
  readonly metres: number;
}

const scene = (
  name: string,
  leads: readonly [string, string],
  [body, person]: readonly [string, string],
  [noun, happened, count, other]: readonly [string, string, number, number],
  [holds, fails]: readonly [string, string],
  quotation: Scene['quotation'],
  [measured, metres]: readonly [string, number],
): Scene => ({ name, leads, body, person, noun, happened, count, other, holds, fails, quotation, measured, metres });

export const SCENES: readonly Scene[] = [
  scene(
    'fire',
    [
      'A fire swept through the harbour quarter of Porto Valo on Tuesday night.',
      'Flames raged in the harbour quarter of Porto Valo late on Tuesday.',
    ],
    ['the fire brigade', 'Chief Elena Moro'],
    ['houses', 'were destroyed by the flames in the harbour quarter', 38, 57],
    ['the warehouse held stocks of fireworks', 'the warehouse did not hold stocks of fireworks'],
    ['We', 'did not find', 'did find', 'any trace of an accelerant in the warehouse ruins'],
    ['The burnt strip along the quay', 300],
  ),
  scene(
    'mine',
    [
      'A gallery collapsed in the Karol coal mine near Brezno on Friday.',
      'Part of the Karol coal mine near Brezno caved in on Friday.',
    ],
    ['the mine operator', 'Director Pavol Hrasko'],
    ['miners', 'were trapped behind the fallen rock in the gallery', 14, 23],
    ['the gas alarm sounded before the collapse', 'the gas alarm did not sound before the collapse'],
    ['The rescue teams', 'may reach', 'will reach', 'the trapped men through the ventilation shaft by evening'],
    ['The blocked part of the gallery', 90],
  ),
  scene(
    'bridge',
    [
      'The Alder Bridge in Norwick was closed to lorries on Monday.',
      'Since Monday lorries may no longer use the Alder Bridge in Norwick.',
    ],
    ['the road agency', 'Engineer Sally Finch'],
    ['cracks', 'were discovered in the main girders of the bridge', 26, 41],
    ['the girders were inspected last year', 'the girders were not inspected last year'],
    ['The bridge', 'is not', 'is', 'in danger of falling down under ordinary traffic'],
    ['The longest girder of the bridge', 64],
  ),
  scene(
    'virus',
    [
      'The Santa Rita hospital in Merida closed its surgical ward on Sunday because of a resistant germ.',
      'Surgery at the Santa Rita hospital in Merida has been shut since Sunday over a resistant germ.',
    ],
    ['the health office', 'Dr. Ana Lugo'],
    ['patients', 'were infected with the germ on the surgical ward', 11, 19],
    ['the ward was disinfected after the first case', 'the ward was not disinfected after the first case'],
    ['Visitors', 'could never', 'could always', 'enter the isolation rooms without protective clothing'],
    ['The corridor of the closed ward', 45],
  ),
  scene(
    'election',
    [
      'The recount of the mayoral vote in Galdonia ended on Wednesday.',
      'On Wednesday officials finished the recount of the mayoral vote in Galdonia.',
    ],
    ['the election board', 'Chairman Oskar Lindt'],
    ['ballots', 'were declared invalid in the recount of the mayoral vote', 1340, 2210],
    ['the machines counted the postal ballots twice', 'the machines did not count the postal ballots twice'],
    ['The result', 'cannot', 'can', 'be challenged before the constitutional court this month'],
    ['The line at the counting hall', 120],
  ),
  scene(
    'whale',
    ['A blue whale was washed ashore at Cape Dorn on Thursday.', 'At Cape Dorn a blue whale was stranded on Thursday.'],
    ['the marine institute', 'Biologist Kerstin Aal'],
    ['volunteers', 'poured water over the stranded whale at the cape', 65, 110],
    ['the whale died before the tide came in', 'the whale did not die before the tide came in'],
    ['Noise from ships', 'perhaps drove', 'drove', 'the animal into the shallow bay near the cape'],
    ['The stranded whale', 23],
  ),
  scene(
    'strike',
    [
      'Bus drivers in Tarnow walked off the job on Monday morning.',
      'On Monday morning the buses in Tarnow stood still as drivers walked out.',
    ],
    ['the drivers’ union', 'Spokesman Jan Kos'],
    ['drivers', 'took part in the walkout at the Tarnow depots', 480, 730],
    ['the company offered a raise on Sunday', 'the company did not offer a raise on Sunday'],
    ['Our members', 'will not', 'will', 'go back to the depots until the contract is signed'],
    ['The picket line at the main depot', 80],
  ),
  scene(
    'meteor',
    [
      'A meteorite broke through the roof of a school in Velden on Saturday.',
      'The roof of a school in Velden was pierced by a meteorite on Saturday.',
    ],
    ['the observatory', 'Astronomer Ugo Brandt'],
    ['fragments', 'were collected from the school yard after the impact', 17, 31],
    ['radar stations tracked the meteorite over the sea', 'radar stations did not track the meteorite over the sea'],
    ['The stone', 'might contain', 'contains', 'minerals that are older than the planets themselves'],
    ['The hole in the gym roof', 3],
  ),
  scene(
    'theft',
    [
      'Thieves took a Renaissance altar from the abbey of Montfleur on Sunday.',
      'A Renaissance altar was stolen from the abbey of Montfleur on Sunday.',
    ],
    ['the gendarmerie', 'Captain Luc Marchand'],
    ['statues', 'were taken from the abbey along with the altar', 6, 9],
    ['the alarm system worked on the night of the theft', 'the alarm system did not work on the night of the theft'],
    ['We', 'have not', 'have', 'received a demand for ransom from the people who took the altar'],
    ['The stolen altar panel', 4],
  ),
  scene(
    'dam',
    [
      'The spillway of the Ruhn dam was opened on Friday after days of rain.',
      'After days of rain engineers opened the spillway of the Ruhn dam on Friday.',
    ],
    ['the water board', 'Hydrologist Mona Reuter'],
    ['families', 'were moved from the villages below the Ruhn dam', 210, 340],
    ['the dam leaked at its foot', 'the dam did not leak at its foot'],
    ['The lake level', 'is no longer', 'is still', 'rising although the streams carry record amounts'],
    ['The crest of the dam', 410],
  ),
  scene(
    'school',
    [
      'The board of Eastham school suspended its headteacher on Tuesday.',
      'Eastham school has been without its headteacher since the board suspended her on Tuesday.',
    ],
    ['the school board', 'Governor Neil Brack'],
    ['pupils', 'were given wrong grades in the final examinations at Eastham', 72, 95],
    ['the headteacher changed the marks herself', 'the headteacher did not change the marks herself'],
    ['Nobody on this board', 'ever', 'never', 'asked her to improve the figures for the ministry'],
    ['The queue of parents outside the school', 150],
  ),
  scene(
    'plane',
    [
      'A cargo plane overshot the runway at Lindholm airport on Wednesday.',
      'At Lindholm airport a cargo plane ran off the runway on Wednesday.',
    ],
    ['the accident bureau', 'Inspector Dag Nyberg'],
    ['flights', 'were cancelled at Lindholm after the cargo plane left the runway', 54, 88],
    ['the brakes failed on landing', 'the brakes did not fail on landing'],
    ['The crew', 'did not report', 'did report', 'a fault in the hydraulic system before the descent'],
    ['The skid marks behind the plane', 700],
  ),
  scene(
    'wolf',
    [
      'Wolves attacked a flock above the village of Sarn on Monday.',
      'A flock above the village of Sarn was attacked by wolves on Monday.',
    ],
    ['the hunting office', 'Warden Reto Caduff'],
    ['sheep', 'were killed by the pack on the pastures of Sarn', 29, 44],
    ['the herd was guarded by dogs', 'the herd was not guarded by dogs'],
    ['The pack', 'will hardly', 'will surely', 'come back to the same pasture before the snow melts'],
    ['The broken fence', 60],
  ),
  scene(
    'bank',
    [
      'The savings bank of Corvin was shut by the regulator on Thursday.',
      'On Thursday the regulator shut the savings bank of Corvin.',
    ],
    ['the regulator', 'Commissioner Irma Voss'],
    ['customers', 'were left without access to their accounts at Corvin', 8200, 12600],
    ['the auditors warned of losses in spring', 'the auditors did not warn of losses in spring'],
    ['The deposits', 'are not', 'are', 'covered by the national guarantee in every single case'],
    ['The line in front of the main branch', 200],
  ),
  scene(
    'festival',
    [
      'A stage collapsed at the Halden festival on Saturday evening.',
      'On Saturday evening a stage came down at the Halden festival.',
    ],
    ['the police', 'Superintendent Liv Aas'],
    ['visitors', 'were treated for broken bones after the stage came down', 33, 52],
    ['the organisers received a storm warning', 'the organisers did not receive a storm warning'],
    ['We', 'never told', 'told', 'the bands to keep playing while the wind was rising'],
    ['The fallen roof of the stage', 28],
  ),
  scene(
    'ship',
    [
      'A tanker ran aground off the island of Skarv on Sunday.',
      'Off the island of Skarv a tanker struck the rocks on Sunday.',
    ],
    ['the coast guard', 'Commander Rune Dahl'],
    ['sailors', 'were lifted from the tanker by helicopter off Skarv', 21, 34],
    ['the tanker lost oil in the bay', 'the tanker did not lose oil in the bay'],
    ['The hull', 'may break', 'will break', 'apart if the storm reaches the island tonight'],
    ['The leak in the side of the tanker', 12],
  ),
  scene(
    'court',
    [
      'The trial of the builder Hanno Greif opened in Lessing on Monday.',
      'In Lessing the builder Hanno Greif went on trial on Monday.',
    ],
    ['the prosecution', 'Prosecutor Tilda Ram'],
    ['flats', 'were sold by the builder although they were never built', 130, 205],
    ['the builder signed the contracts in person', 'the builder did not sign the contracts in person'],
    ['My client', 'did not take', 'did take', 'a single cent from the families who trusted him'],
    ['The foundation of the unfinished block', 75],
  ),
  scene(
    'lab',
    [
      'A laboratory in Osterfeld was evacuated on Friday after a leak.',
      'After a leak people had to leave a laboratory in Osterfeld on Friday.',
    ],
    ['the institute', 'Chemist Bela Toth'],
    ['researchers', 'were examined in hospital after the leak in the laboratory', 16, 27],
    ['the gas was poisonous', 'the gas was not poisonous'],
    ['The valve', 'was not closed', 'was closed', 'by the night shift before the container was moved'],
    ['The area that was closed off', 250],
  ),
  scene(
    'rail',
    [
      'Two freight trains collided near Brenn junction on Tuesday.',
      'Near Brenn junction two freight trains crashed into each other on Tuesday.',
    ],
    ['the railway company', 'Manager Ida Kolb'],
    ['wagons', 'were derailed in the collision at Brenn junction', 19, 36],
    ['the signal showed red', 'the signal did not show red'],
    ['The driver', 'could not see', 'could see', 'the signal because of the low sun behind the mast'],
    ['The torn-up stretch of track', 500],
  ),
  scene(
    'harvest',
    ['Hail ruined vineyards around Tolmin on Wednesday.', 'Around Tolmin vineyards were ruined by hail on Wednesday.'],
    ['the growers’ association', 'Winemaker Zora Bric'],
    ['growers', 'lost more than half of their grapes to the hail around Tolmin', 145, 230],
    ['the insurers paid for the nets', 'the insurers did not pay for the nets'],
    ['This vintage', 'will not be', 'will be', 'sold under the name of the valley after such losses'],
    ['The widest band of hail', 900],
  ),
];
