// A reader at a browser: opens pages of the book as somebody would, from a server or from the disk, wide or narrow, light
// or dark, with JavaScript or without, and notes what goes wrong on them.

import assert from 'node:assert/strict';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import { serveFolder } from './server.mjs';

// What Chromium is to do without. For each reader it gets two windows of its address bar ready, which is as much work as
// a page of the book. This list takes the place of Playwright's own, so it names what matters of that, too.
const features = ['WebUIOmniboxPopup', 'WebUIOmniboxAimPopup', 'AvoidUnnecessaryBeforeUnloadCheckSync',
    'DestroyProfileOnBrowserClose', 'HttpsUpgrades', 'MediaRouter', 'NetworkTimeServiceQuerying', 'OptimizationHints',
    'PaintHolding', 'PreconnectToSearch', 'ThirdPartyStoragePartitioning'];

// Without these, Chromium looks up hosts of its own.
const quiet = ['--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update',
    '--disable-sync', '--disable-gpu', `--disable-features=${features}`];

// How long an element may take to appear, in milliseconds. No test is decided by it: what it waits for comes, or never does.
const patience = 200000;

// A desk, a wide one, a phone, and a desk whose text is enlarged to 400 %, in CSS pixels.
export const desk = { width: 1280, height: 900 };
export const wide = { width: 1440, height: 900 };
export const wider = { width: 1680, height: 950 };
export const phone = { width: 390, height: 844 };
export const enlarged = { width: 320, height: 256 };

// Has a listing show what it does, if it asks first.
export async function showEvidence(page, id) {
    const showMe = page.locator(`#${id} > .choices > .choice-none:not([open]) > summary`);
    if (await showMe.count()) {
        await showMe.click();
    }
}

export class Reader {
    static async start(book, executablePath, ...flags) {
        const server = await serveFolder(book);
        // Chromium refuses its sandbox to root, which a container's user often is.
        const root = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
        const browser = await chromium.launch({ executablePath, args: [...quiet, ...root, ...flags] });
        return new Reader(book, server, browser, executablePath);
    }

    constructor(book, server, browser, executablePath) {
        this.book = book;
        this.server = server;
        this.browser = browser;
        this.executablePath = executablePath;
    }

    // Another one of the same book, whose browser is started with these flags as well.
    another(...flags) {
        return Reader.start(this.book, this.executablePath, ...flags);
    }

    // Opens a page of the book, such as 'sharing/mutex.html#listing'. Options: `from` ('server' or 'disk'), `size`,
    // `scheme` ('light' or 'dark', as the system says), `script` (false for none), `still` (true for reduced motion),
    // `storage` (false where a browser refuses it). What the page logs as an error, throws or asks of another host is in `page.faults`.
    async open(address, options = {}) {
        const { from = 'server', size = desk, scheme = 'light', script = true, still = false, storage = true } = options;
        const context = await this.browser.newContext({
            viewport: size,
            colorScheme: scheme,
            javaScriptEnabled: script,
            reducedMotion: still ? 'reduce' : 'no-preference',
            hasTouch: size.width < 600,
            permissions: from === 'server' ? ['clipboard-read', 'clipboard-write'] : [],
            // Whoever reads from the disk may be on a train.
            offline: from === 'disk',
        });
        if (!storage) {
            await context.addInitScript(() => {
                const refuse = { get() { throw new DOMException('not allowed', 'SecurityError'); } };
                Object.defineProperty(window, 'localStorage', refuse);
                Object.defineProperty(window, 'sessionStorage', refuse);
            });
        }
        context.setDefaultTimeout(patience);
        const page = await context.newPage();
        page.faults = [];
        page.on('pageerror', error => page.faults.push(`uncaught: ${error.stack}`));
        page.on('console', message => {
            if (message.type() === 'error') {
                page.faults.push(`logged: ${message.text()} (${message.location().url})`);
            }
        });
        page.on('request', request => {
            const url = request.url();
            if (!url.startsWith(this.server.address) && !/^(file|data|blob):/.test(url)) {
                page.faults.push(`asked another host: ${url}`);
            }
        });
        await page.goto(this.address(address, from));
        return page;
    }

    // The URL of a page.
    address(page, from = 'server') {
        if (from === 'server') {
            return new URL(page, this.server.address).href;
        }
        const [file, fragment] = page.split('#');
        const url = pathToFileURL(path.join(this.book, file));
        url.hash = fragment ?? '';
        return url.href;
    }

    // Closes every page that was opened.
    async close() {
        await Promise.all(this.browser.contexts().map(context => context.close()));
    }

    async stop() {
        await this.browser.close();
        await this.server.close();
    }
}

// Fails if the page logged an error, threw one, or asked another host for something.
export function assertNoFaults(page) {
    assert.deepEqual(page.faults, []);
}
