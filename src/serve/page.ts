/** The page at `/`: an article in, its page beside it. All it knows it asks of this service. */
import { READABLE } from '../read/format.ts';
import { VERSION } from '../version.ts';
import { dataBlock, escaped } from '../write/html/escape.ts';
import { articleShell } from '../write/html/index.ts';
import { shellOf, writeShell } from '../write/html/page.ts';
import type { Sent } from './call.ts';
import { EXAMPLES } from './examples.ts';

/** @returns a whole HTML document; the same for the same version */
export function page(): Sent {
  const shell = shellOf(
    [new URL('../write/html/base.css', import.meta.url), new URL('./page.css', import.meta.url)],
    [new URL('./page.client.js', import.meta.url)],
    { frames: [articleShell()], calls: true },
  );
  const examples = EXAMPLES.map(({ name }, at) => `<option value="${at}">${escaped(name)}</option>`).join('');
  const body = `<a class="skip" href="#result">Skip to the result</a>
<header>
<h1>Who says what</h1>
<p class="facts">Paste a news article in English: what is said in it, by whom, through whom, with the people, dates and figures. It stays on this machine. <a href="/docs">For programs</a></p>
</header>
<main>
<form id="article" aria-label="Article">
<label for="text">Article</label>
<textarea id="text" name="text" autocomplete="off" spellcheck="false" aria-describedby="how" placeholder="Paste the text here, or drop a file"></textarea>
<p class="how" id="how">Ctrl+Enter extracts. Files: ${escaped(READABLE)}</p>
<div class="row">
<label>Published <input type="date" id="published" name="published" autocomplete="off"></label>
<label>Example <select id="example" autocomplete="off"><option value="">choose …</option>${examples}</select></label>
<label class="file">File <input type="file" id="file"></label>
</div>
<div class="row">
<button type="submit" id="extract">Extract</button>
<button type="reset" id="clear">Clear</button>
<p id="status" role="status"></p>
</div>
</form>
<section id="result" aria-labelledby="result-title" tabindex="-1">
<div class="row">
<h2 id="result-title">Result</h2>
<div class="row tools" role="group" aria-label="This result" id="tools" hidden>
<button type="button" data-format="json">JSON</button>
<button type="button" data-format="csv">CSV</button>
<button type="button" data-format="html">HTML</button>
<button type="button" id="link">Copy link</button>
</div>
</div>
<p class="none" id="empty">The article will stand here with what was found in it, claims beside the text.</p>
<p class="notice" id="trouble" role="alert" hidden></p>
<iframe id="frame" title="The article and its claims" hidden></iframe>
</section>
</main>
<footer class="how">accordingto ${escaped(VERSION)} · it tells what is attributed to whom, not whether it is true</footer>
<script type="application/json" id="examples">${dataBlock(EXAMPLES)}</script>
`;
  return {
    type: 'text/html; charset=utf-8',
    content: writeShell(shell, 'accordingto: who says what', body),
    fixed: true,
  };
}
