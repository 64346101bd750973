// Every page is HTML as its standard has it. html-validate checks by its preset `standard`, which has the rules of the HTML
// standard and none of style. What it does not know (tokens of `rel` on a link that is pressed) is checked here, and so is that
// what an attribute refers to is there: its own rule looks through the whole page for each reference.

import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { HtmlValidate, StaticConfigLoader } from 'html-validate';

const validator = new HtmlValidate(new StaticConfigLoader({ extends: ['html-validate:standard'] }));

// The whole book on one page: its chapters, joined.
const onePage = 'print.html';

export async function cases(book) {
    const files = await readdir(book, { recursive: true });
    const pages = files.filter(file => file.endsWith('.html')).map(file => file.split(path.sep).join('/')).sort();
    return {
        'what is not HTML is found': found,
        'every chapter is HTML as the standard has it': () => validate(book, pages.filter(page => page.includes('/'))),
        'every other page is HTML as the standard has it': () => validate(book, pages.filter(page => !page.includes('/') && page !== onePage)),
        'the book on one page is HTML where it joins chapters, and has each name once': () => joined(book),
    };
}

async function faultsOf(text, name) {
    const report = await validator.validateString(text, name);
    const messages = report.results.flatMap(result => result.messages);
    const faults = messages.map(({ line, message, ruleId }) => ({ line, message, rule: ruleId }));
    faults.push(...missingReferences(text).map(message => ({ message, rule: 'reference' })));
    // The standard allows these for `link` alone.
    for (const [element] of text.matchAll(/<a\s[^>]*\brel="[^"]*\b(?:dns-prefetch|preconnect|prefetch|preload|stylesheet)\b[^>]*>/g)) {
        faults.push({ message: `${element} has a \`rel\` that only \`link\` may have`, rule: 'rel' });
    }
    return faults;
}

async function validate(book, pages) {
    assert.ok(pages.length > 3);
    const faults = {};
    for (const page of pages) {
        const found = await faultsOf(await readFile(path.join(book, page), 'utf8'), page);
        if (found.length) {
            faults[page] = found.slice(0, 10);
        }
    }
    assert.deepEqual(faults, {});
}

// What an attribute refers to by its `id` and what is not there.
function missingReferences(text) {
    const names = new Set(namesOf(text));
    const references = text.matchAll(/<[a-z][^<>]*?\s(?:for|headers|list|aria-(?:controls|describedby|details|errormessage|labelledby|owns))="([^"]*)"/g);
    const missing = [...references].flatMap(([, ids]) => ids.split(/\s+/)).filter(id => id && !names.has(id));
    return missing.map(id => `there is no \`${id}\``);
}

function namesOf(text) {
    return [...text.matchAll(/<[a-z][^<>]*?\sid="([^"]*)"/g)].map(([, id]) => id);
}

// What stands between the seams is validated on the chapter's own page. It would take minutes here.
async function joined(book) {
    const text = await readFile(path.join(book, onePage), 'utf8');
    const [main, end] = [text.indexOf('<main'), text.lastIndexOf('</main>')];
    const chapters = text.slice(main, end).split(/(?=<h1 )/);
    assert.ok(chapters.length > 50, `${chapters.length} chapters`);
    const shortest = chapters.slice(1, -1).sort((one, other) => one.length - other.length).slice(0, 3);
    const some = [chapters[0], ...shortest, chapters.at(-1)].join('');
    const faults = await faultsOf(text.slice(0, main) + some + text.slice(end), onePage);
    assert.deepEqual(faults.filter(({ rule }) => rule !== 'reference'), []);
    assert.deepEqual(missingReferences(text), []);
    const names = namesOf(text);
    const seen = new Set();
    assert.deepEqual(names.filter(name => seen.has(name) || !seen.add(name)), []);
}

async function found() {
    const page = body => `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>A page</title></head><body>${body}</body></html>`;
    assert.deepEqual(await faultsOf(page('<main><h1>Heading</h1><p>Text</p></main>'), 'sound.html'), []);
    const faulty = {
        '<p><div>A block in a paragraph</div></p>': 'close-order',
        '<span><p>A paragraph in a phrase</p></span>': 'element-permitted-content',
        '<p id="twice">One</p><p id="twice">Two</p>': 'no-dup-id',
        '<button><a href="other.html">A link in a button</a></button>': 'element-permitted-content',
        '<p class="one" class="two">An attribute twice</p>': 'no-dup-attr',
        '<button aria-labelledby="nobody">A name that is nowhere</button>': 'reference',
        '<p>Before</p><label class="wide" for="nothing">A label of nothing</label>': 'reference',
        '<p align="center">An attribute that is gone</p>': 'no-deprecated-attr',
        '<a rel="next prefetch" href="next.html">Next</a>': 'rel',
    };
    for (const [body, rule] of Object.entries(faulty)) {
        const rules = (await faultsOf(page(body), 'faulty.html')).map(fault => fault.rule);
        assert.ok(rules.includes(rule), `${body}: ${rules}`);
    }
}
