/** Words by which the start of a sentence, or the rest of one after a quotation, shows. */

/** Words that open a sentence and hardly ever go on with a name: after an abbreviation they show that it ended one. */
export const OPENERS: ReadonlySet<string> = new Set(
  (
    'A About Above According After Again All Also Although Among An And Another Any Anyone Are As Asked At Because Before ' +
    'Besides Both But By Can Did Do Does During Each Earlier Either Even Every Few For From Had Has Have He Her Here His How ' +
    'However I If In Instead Is It Its Last Later Like Many Meanwhile Moreover Most Mr Mrs Ms My Neither Nevertheless ' +
    'Next No Nobody None Nor Not Nothing Now On Once Only Or Other Others Our Over Perhaps Police Several She Should ' +
    'Since So Some Still Such That The Their Then There Therefore These They This Those Though Through Thus To Today ' +
    'Tomorrow Two Under Unless Until Was We Were What When Where Whether Which While Who Whose Why Will With Without ' +
    'Would Yesterday Yet You Your'
  ).split(' '),
);

const SPEECH =
  'added|admitted|agreed|announced|answered|argued|asked|asks|began|called|came|claimed|commented|complained|concluded|' +
  'continued|cried|declared|demanded|exclaimed|explained|exclaims|insisted|interrupted|joked|laughed|noted|observed|recalled|' +
  'remarked|repeated|replied|responded|said|say|says|shouted|sighed|snapped|told|tweeted|urged|wondered|wrote|yelled';
/** After `?"`: a short subject and a verb of speech, the rest of the sentence that the quotation is part of. */
export const NAMED_SPEAKER = new RegExp(`^(?:\\p{Lu}[\\p{L}.'’-]*\\s+){1,4}(?:${SPEECH}|(?<=I\\s)ask)\\b`, 'u');

/** Names that end in an exclamation mark: before another name ("Yahoo! News") it ends no sentence. */
export const EXCLAIMED: ReadonlySet<string> = new Set('E Hello Jeopardy Joomla OK Panic Wham Yahoo Yum'.split(' '));
