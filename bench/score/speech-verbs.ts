/** The verbs on which the parser is measured for attribution: 45 common ones with their forms, one a line. */
const SPEECH_VERBS = new Set(
  [
    'say says said saying',
    'tell tells told telling',
    'claim claims claimed claiming',
    'argue argues argued arguing',
    'believe believes believed believing',
    'think thinks thought thinking',
    'know knows knew known knowing',
    'announce announces announced announcing',
    'report reports reported reporting',
    'suggest suggests suggested suggesting',
    'note notes noted noting',
    'add adds added adding',
    'explain explains explained explaining',
    'insist insists insisted insisting',
    'deny denies denied denying',
    'admit admits admitted admitting',
    'warn warns warned warning',
    'state states stated stating',
    'declare declares declared declaring',
    'confirm confirms confirmed confirming',
    'acknowledge acknowledges acknowledged acknowledging',
    'predict predicts predicted predicting',
    'estimate estimates estimated estimating',
    'reveal reveals revealed revealing',
    'promise promises promised promising',
    'agree agrees agreed agreeing',
    'write writes wrote written writing',
    'ask asks asked asking',
    'hope hopes hoped hoping',
    'expect expects expected expecting',
    'feel feels felt feeling',
    'fear fears feared fearing',
    'hear hears heard hearing',
    'learn learns learned learnt learning',
    'find finds found finding',
    'show shows showed shown showing',
    'indicate indicates indicated indicating',
    'allege alleges alleged alleging',
    'assert asserts asserted asserting',
    'contend contends contended contending',
    'maintain maintains maintained maintaining',
    'conclude concludes concluded concluding',
    'remark remarks remarked remarking',
    'reply replies replied replying',
    'respond responds responded responding',
  ].flatMap((forms) => forms.split(' ')),
);

export function isSpeechVerb(lower: string): boolean {
  return SPEECH_VERBS.has(lower);
}

/**
 * Left out, these leave as many contents in the development parts (GUM 121, EWT 94) as the prototype's own list: its
 * figures can be compared with those of the rest.
 */
const OF_KNOWING = /^(?:know|knew|feel|felt|hear|learn|find|found|show)/;

export function isNarrowSpeechVerb(lower: string): boolean {
  return SPEECH_VERBS.has(lower) && !OF_KNOWING.test(lower);
}
