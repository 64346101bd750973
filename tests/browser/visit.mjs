// One visit to a page in a fresh browser profile, and what it cost: bytes, requests, what holds up the first paint, what moves.

// Give the network and the processor of a phone (`slow`), or leave them as they are.
export async function visit(browser, url, { size, slow = false, storage = {} }) {
    const context = await browser.newContext({ viewport: size, hasTouch: size.width < 600, reducedMotion: 'no-preference' });
    try {
        await context.addInitScript(storage => {
            for (const [key, value] of Object.entries(storage)) {
                localStorage.setItem(key, value);
            }
            globalThis.shifts = [];
            globalThis.paints = [];
            new PerformanceObserver(list => globalThis.shifts.push(...list.getEntries())).observe({ type: 'layout-shift', buffered: true });
            new PerformanceObserver(list => globalThis.paints.push(...list.getEntries())).observe({ type: 'largest-contentful-paint', buffered: true });
        }, storage);
        const page = await context.newPage();
        const network = await context.newCDPSession(page);
        await network.send('Network.enable');
        const bytes = new Map();
        network.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => bytes.set(requestId, encodedDataLength));
        if (slow) {
            await slowDown(network);
        }
        await page.goto(url, { waitUntil: 'networkidle' });
        const seen = await page.evaluate(measure);
        return { ...seen, bytes: [...bytes.values()].reduce((sum, length) => sum + length, 0), requests: bytes.size };
    } finally {
        await context.close();
    }
}

// Gives a page the network and the processor of a phone: 1.6 Mbit/s, 150 ms, and a quarter of this processor.
export async function slowDown(network) {
    const rate = 1.6 * 1024 * 1024 / 8;
    await network.send('Network.emulateNetworkConditions', { offline: false, latency: 150, downloadThroughput: rate, uploadThroughput: rate });
    await network.send('Emulation.setCPUThrottlingRate', { rate: 4 });
}

// Runs in the page, once it has been painted.
async function measure() {
    await new Promise(painted => requestAnimationFrame(() => requestAnimationFrame(painted)));
    const blocking = performance.getEntriesByType('resource').filter(({ renderBlockingStatus }) => renderBlockingStatus === 'blocking');
    const { shifts, paints } = globalThis;
    return {
        blocking: blocking.map(({ name }) => new URL(name).pathname),
        shift: shifts.reduce((sum, { value }) => sum + value, 0),
        moved: shifts.flatMap(({ sources }) => sources.map(({ node }) => node?.parentElement?.outerHTML.slice(0, 80))),
        paint: paints.at(-1)?.startTime,
        painted: paints.at(-1)?.element?.outerHTML.slice(0, 60),
    };
}
