/** Articles to try the page with: our own, made up, each with what the program is for. */
export interface Example {
  readonly name: string;
  readonly published: string;
  readonly text: string;
}

export const EXAMPLES: readonly Example[] = [
  {
    name: 'A flood: figures that disagree',
    published: '2024-05-08',
    text: `Thousands leave valley as dam holds

NORDHEIM, May 8 — The dam above Nordheim is safe, Mayor Anna Weber said on Tuesday, a day after engineers had warned that water might run over its crown.

About 1,200 people had left their homes by the evening, according to the news agency DPA. The regional government put the number of evacuees at 2,500.

"We will open the schools again on Monday," Weber told reporters in front of the town hall. "Nobody has to be afraid."

Water levels have fallen by 40 centimetres since Sunday, the river authority said in a statement. Two engineers, who asked not to be named, said that the northern wall had not been inspected since 2019.

The opposition accused Weber of having ignored reports about the dam for years. She denied this.`,
  },
  {
    name: 'A merger: who quotes whom',
    published: '2023-11-21',
    text: `Union says merger would cost 3,000 jobs

Norvik Steel plans to merge with its rival Halden in the first quarter of next year, Reuters reported on Monday, citing two people familiar with the talks.

The newspaper Morgenblad, quoting a letter to shareholders, said that the board had agreed on a price of $4.2 billion. A spokesman for Norvik declined to comment.

"This deal would cost 3,000 jobs," said Ingrid Solheim, 54, who heads the metalworkers' union. According to Solheim, the company had promised in June that no plant would be closed.

Economy Minister Lars Berg told the broadcaster NRK that the government would examine the plan. His ministry expects a decision within six weeks, it was reported.

Analysts believe the merged company would hold about 35 percent of the market.`,
  },
  {
    name: 'A trial: quotations and a denial',
    published: '2022-03-04',
    text: `Former treasurer denies taking bribes

A former treasurer of the port of Belmar told a court on Thursday that he had never taken money from builders.

"I did not know where the money came from," Paul Okafor, 61, said, "and I never asked for it." Prosecutors allege that he received 180,000 euros between 2015 and 2018.

His lawyer, Marta Ruiz, called the charges "a fairy tale". She said the bank statements shown by the prosecution were incomplete and asked the judge to hear three more witnesses.

The trial had been delayed twice, court documents show. A verdict is expected on March 18, according to the court's press office.`,
  },
];
