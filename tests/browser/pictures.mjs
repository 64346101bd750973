// Draws the PNG pictures of the book from their SVG files: `node tests/browser/pictures.mjs /usr/bin/chromium`. What a program
// for e-readers or another site shows has to be a PNG, and no library here draws SVG. Run it after a picture was edited, and
// look at what it writes; fonts are the machine's own, so the DejaVu fonts have to be there.

import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { chromium } from 'playwright-core';

const theme = path.join(import.meta.dirname, '../../theme');
const pictures = [
    ['pictures/cover.svg', 'pictures/cover.png', 1200, 1920],
    ['pictures/share.svg', 'pictures/share.png', 1200, 630],
    ['favicon.svg', 'favicon.png', 64, 64],
];

const root = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
const browser = await chromium.launch({ executablePath: process.argv[2], args: root });
for (const [from, to, width, height] of pictures) {
    const page = await browser.newPage({ viewport: { width, height } });
    const svg = await readFile(path.join(theme, from), 'utf8');
    await page.setContent(`<style>body { margin: 0 } svg { display: block; width: ${width}px; height: ${height}px }</style>${svg}`);
    await writeFile(path.join(theme, to), await page.screenshot({ omitBackground: true }));
    await page.close();
}
await browser.close();
