// Every page is whole and for everybody. A page is opened once with JavaScript and once without, since that and laying it
// out take longer than looking at it, and then everything is asked that must hold on each: headings, ways on, width at every
// size, contrasts, lines that have to be read without scrolling, what axe knows of WCAG 2.2 AA and good practice, and that each
// board can be played to each of its outcomes.

import assert from 'node:assert/strict';
import { assertNoFaults, desk, enlarged, phone, wide } from '../reader.mjs';
import { ofAPage, violations } from '../axe.mjs';
import { lowContrasts } from '../contrast.mjs';
import { cutOff, painted, tooWide, unfold } from '../layout.mjs';
import { pagesOf } from '../pages.mjs';

export async function cases(book) {
    const pages = await pagesOf(book);
    return Object.fromEntries(pages.map(page => [`${page} is whole and for everybody`, reader => whole(reader, page)]));
}

async function whole(reader, address) {
    const from = address === '404.html' ? 'server' : 'disk';
    await withScript(reader, address, from);
    await withoutScript(reader, address, from);
}

async function withScript(reader, address, from) {
    const page = await reader.open(address, { from, still: true });
    assert.deepEqual(await page.evaluate(misplacedHeadings), []);
    assert.deepEqual(await page.evaluate(wrongWays), []);
    await page.evaluate(unfold);
    await assertReadable(page, 'on a desk, in light');
    for (const size of [wide, enlarged]) {
        await resize(page, size);
        assert.deepEqual(await page.evaluate(tooWide), [], `too wide at ${size.width} px`);
    }
    assert.deepEqual(await page.evaluate(cutOff), [], 'has to be scrolled at 320 px');
    await page.setViewportSize(phone);
    await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
    await page.locator('html.navy').waitFor();
    await assertReadable(page, 'on a phone, in dark');
    assert.deepEqual(await page.evaluate(cutOff), [], 'has to be scrolled at 390 px');
    assert.deepEqual(await page.evaluate(outOfReach), []);
    await page.evaluate(leaveOutWhatIsAlike);
    assert.deepEqual(await violations(page, ofAPage), [], 'on a phone, in dark');
    assertNoFaults(page);
    await page.context().close();
}

async function withoutScript(reader, address, from) {
    const page = await reader.open(address, { from, script: false });
    assert.deepEqual(await page.evaluate(misplacedHeadings), []);
    for (const [size, colorScheme] of [[desk, 'light'], [phone, 'dark']]) {
        await page.setViewportSize(size);
        await page.emulateMedia({ colorScheme });
        const here = `without JavaScript at ${size.width} px in ${colorScheme}`;
        assert.deepEqual(await page.evaluate(tooWide), [], `too wide ${here}`);
        assert.deepEqual(await page.evaluate(lowContrasts), [], here);
    }
    assertNoFaults(page);
    await page.context().close();
}

async function resize(page, size) {
    await page.setViewportSize(size);
    await page.evaluate(painted);
}

async function assertReadable(page, where) {
    await page.evaluate(painted);
    assert.deepEqual(await page.evaluate(lowContrasts), [], where);
    assert.deepEqual(await page.evaluate(tooWide), [], `too wide ${where}`);
}

/* These run in the page. */

// axe works as long on the tenth board as on the first, which is built by the same script, as long on the steps of each
// picture of a schedule, on each coloured word of code, which is nothing but text, and on each link of the contents, which are
// the same on every page. So it gets a page's first board, the steps of its first two pictures, code without colours, and of
// the contents the links around the page.
function leaveOutWhatIsAlike() {
    const links = [...document.querySelectorAll('#mdbook-sidebar .chapter-item')];
    const here = links.findIndex(link => link.querySelector(':scope > .chapter-link-wrapper > .active'));
    for (const [at, link] of links.entries()) {
        if (Math.abs(at - here) > 2 && !link.querySelector('.active')) {
            link.remove();
        }
    }
    for (const board of [...document.querySelectorAll('.scheduler')].slice(1)) {
        board.remove();
    }
    for (const picture of [...document.querySelectorAll('svg.timeline')].slice(2)) {
        picture.replaceChildren(...picture.querySelectorAll(':scope > title, :scope > desc'));
    }
    for (const code of document.querySelectorAll('pre code')) {
        code.replaceChildren(code.textContent);
    }
}

// Each outcome of each board is reached by pressing what leads there. A listing may have its board on two pages, and what was
// found on the one is known on the other.
function outOfReach() {
    localStorage.clear();
    // Where nothing is shown, nothing is laid out, and a step takes a tenth of the time.
    document.body.style.display = 'none';
    const faults = [];
    for (const data of document.querySelectorAll('.schedules-data')) {
        const section = data.closest('.schedules');
        const { outcomes } = JSON.parse(data.textContent);
        section.querySelector('.scheduler').dispatchEvent(new Event('toggle'));
        for (const [place, { schedule }] of outcomes.entries()) {
            for (const turn of schedule) {
                const lane = section.querySelectorAll('.scheduler-lane')[[turn].flat()[0]];
                lane?.querySelector(Array.isArray(turn) ? '.scheduler-may:not([hidden])' : '.scheduler-go')?.click();
            }
            if (section.querySelectorAll('.scheduler-found').length !== place + 1) {
                faults.push(`${section.id}: outcome ${place + 1} is not reached`);
            }
            section.querySelector('.scheduler-restart')?.click();
        }
    }
    document.body.style.removeProperty('display');
    return faults;
}

// One heading of the first level, and none that skips a level.
function misplacedHeadings() {
    const headings = [...document.querySelectorAll('h1, h2, h3, h4, h5, h6')].filter(heading => heading.checkVisibility());
    const levels = headings.map(heading => Number(heading.tagName[1]));
    const faults = headings.filter((_, at) => (at === 0 ? levels[at] !== 1 : levels[at] === 1 || levels[at] > levels[at - 1] + 1));
    return (headings.length ? faults : [document.body]).map(heading => heading.outerHTML.slice(0, 100));
}

// The links to the previous and the next chapter bear the names that these have in the contents.
function wrongWays() {
    const links = [...document.querySelectorAll('#mdbook-sidebar .chapter-item > .chapter-link-wrapper > a')];
    const here = links.findIndex(link => link.classList.contains('active'));
    const name = link => [...link.childNodes].filter(node => node.nodeName !== 'STRONG').map(node => node.textContent).join('').trim();
    const faults = [];
    for (const [way, at] of [['previous', here - 1], ['next', here + 1]]) {
        const link = document.querySelector(`.nav-chapters.${way}`);
        const wanted = here < 0 ? undefined : links[at];
        const words = link?.textContent.trim().replace(/^(Previous|Next)\s+/, '');
        if (link?.href !== wanted?.href || words !== (wanted && name(wanted))) {
            faults.push(`${way}: ${words} in place of ${wanted && name(wanted)}`);
        }
        if (link && !['prev', 'next'].includes(link.rel)) {
            faults.push(`rel=${link.rel}`);
        }
    }
    return faults;
}
