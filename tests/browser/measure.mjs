// How soon a page can be read, on a phone with a slow network: `node tests/browser/measure.mjs BOOK CHROMIUM [--lighthouse]`.
// Prints tables: largest paint (median of five visits) at 1.6 Mbit/s, 150 ms and a quarter of this processor, what moves, bytes
// and requests; with --lighthouse also Lighthouse's scores, for which npx fetches it. It is no test, since machines differ.

import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { Reader, phone } from './reader.mjs';
import { slowDown, visit } from './visit.mjs';

const pages = ['index.html', 'threads/spawning.html', 'sharing/deadlock.html', 'guarantees/send-and-sync.html', 'appendices/errors.html'];
// Its tree is larger than everything else here together, and it tests nothing: so it is no dependency.
const lighthouse = 'lighthouse@12.8.2';

const [book, chromium, mode] = process.argv.slice(2);
const reader = await Reader.start(book, chromium);
const rows = [];
for (const page of pages) {
    const visits = [];
    for (let time = 0; time < 5; time += 1) {
        visits.push(await visit(reader.browser, reader.address(page), { size: phone, slow: true }));
    }
    visits.sort((one, other) => one.paint - other.paint);
    const { paint, painted, bytes, requests, blocking } = visits[2];
    const shift = Math.max(...visits.map(visit => visit.shift));
    const row = {
        page,
        'largest paint, ms': Math.round(paint),
        moves: shift.toFixed(3),
        'KB, packed': Math.round(bytes / 1024),
        requests,
        blocking: blocking.length,
        'largest is': painted?.match(/<\w+/)?.[0].slice(1),
    };
    rows.push(mode === '--lighthouse' ? { ...row, ...await scores(reader.address(page)) } : row);
}
console.table(rows);
console.log(`The first result of a search, ms: ${(await searches()).join(', ')}`);
await reader.stop();

// From the key that opens the search, with the words typed at once, to the first result on the screen; five visits.
async function searches() {
    const waited = [];
    for (let time = 0; time < 5; time += 1) {
        const page = await reader.open('introduction.html', { size: phone });
        const session = await page.context().newCDPSession(page);
        await slowDown(session);
        waited.push(await page.evaluate(() => new Promise(done => {
            const started = performance.now();
            new MutationObserver((_, observer) => {
                if (document.querySelector('.search-result') !== null) {
                    observer.disconnect();
                    requestAnimationFrame(() => setTimeout(() => done(Math.round(performance.now() - started))));
                }
            }).observe(document.body, { childList: true, subtree: true });
            document.body.dispatchEvent(new KeyboardEvent('keydown', { key: '/', bubbles: true }));
            const field = document.querySelector('.search-field');
            field.value = 'Rc cannot be sent between threads safely';
            field.dispatchEvent(new Event('input', { bubbles: true }));
        })));
        await page.context().close();
    }
    return waited.sort((one, other) => one - other);
}

async function scores(url) {
    const flags = `--headless=new${process.getuid?.() === 0 ? ' --no-sandbox' : ''}`;
    const { stdout } = await promisify(execFile)('npx', ['--yes', lighthouse, url, '--output=json', '--quiet', `--chrome-flags=${flags}`], {
        env: { ...process.env, CHROME_PATH: chromium },
        maxBuffer: 1e9,
    });
    const { categories } = JSON.parse(stdout);
    return Object.fromEntries(Object.values(categories).map(({ title, score }) => [title, Math.round(score * 100)]));
}
