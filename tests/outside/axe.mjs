// node axe.mjs TOOLS BROWSER PAGE...: what axe-core finds on each page, narrow and wide, light and
// dark, and how far the page can be scrolled sideways, as JSON.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const [tools, executablePath, ...pages] = process.argv.slice(2);
const { chromium } = createRequire(join(tools, 'package.json'))('playwright-core');
const axe = readFileSync(join(tools, 'node_modules/axe-core/axe.min.js'), 'utf8');
const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice'];

const browser = await chromium.launch({
  executablePath,
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ],
});
const found = [];
for (const width of [1280, 320]) {
  for (const colorScheme of ['light', 'dark']) {
    const tab = await browser.newPage({ viewport: { width, height: 900 }, colorScheme });
    for (const page of pages) {
      await tab.goto(pathToFileURL(page).href);
      await tab.addScriptTag({ content: axe });
      const result = await tab.evaluate((values) => globalThis.axe.run({ runOnly: values }), standards);
      const beyond = await tab.evaluate(
        () => document.scrollingElement.scrollWidth - document.scrollingElement.clientWidth,
      );
      found.push({
        page,
        width,
        colorScheme,
        violations: result.violations.map(({ id, nodes }) => `${id}: ${nodes[0].target}`),
        passes: result.passes.length,
        beyond,
      });
    }
    await tab.close();
  }
}
await browser.close();
console.log(JSON.stringify(found));
