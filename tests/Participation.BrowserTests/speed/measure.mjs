/** What Chromium's own counters say of one page, in processor time: what others do on the machine meanwhile does not count. */
export class Gauge {
  static async of(page) {
    const gauge = new Gauge();
    gauge.page = page;
    gauge.cdp = await page.context().newCDPSession(page);
    await gauge.cdp.send("Performance.enable", { timeDomain: "threadTicks" });
    return gauge;
  }

  async metrics() {
    const { metrics } = await this.cdp.send("Performance.getMetrics");
    return Object.fromEntries(metrics.map(x => [x.name, x.value]));
  }

  /** Frames and work of the main thread while something goes on: milliseconds for each second of it. */
  async during(act) {
    const before = await this.metrics();
    await this.page.evaluate(() => {
      const times = (window.frames_ = [performance.now()]);
      const next = now => { if (window.frames_ === times) { times.push(now); requestAnimationFrame(next); } };
      requestAnimationFrame(next);
    });
    const began = performance.now();
    await act();
    const seconds = (performance.now() - began) / 1000;
    const deltas = await this.page.evaluate(() => {
      const times = window.frames_;
      window.frames_ = undefined;
      return times.slice(2).map((x, i) => x - times[i + 1]);
    });
    const after = await this.metrics();
    const spent = name => round(((after[name] - before[name]) * 1000) / seconds);
    const sorted = [...deltas].sort((a, b) => a - b);
    const late = ms => round((100 * deltas.filter(x => x > ms).length) / deltas.length);
    return {
      fps: round(deltas.length / seconds), fpsP5: round(1000 / sorted[Math.floor(sorted.length * 0.95)]),
      "late>17.7ms %": late(17.7), "late>33.4ms %": late(33.4),
      script: spent("ScriptDuration"), style: spent("RecalcStyleDuration"), layout: spent("LayoutDuration"), task: spent("TaskDuration"),
    };
  }

  /** What stays after everything that can go has gone. */
  async kept() {
    for (let i = 0; i < 3; i++) await this.cdp.send("HeapProfiler.collectGarbage");
    const { JSHeapUsedSize, Nodes, JSEventListeners } = await this.metrics();
    return { heapKB: Math.round(JSHeapUsedSize / 1000), nodes: Nodes, listeners: JSEventListeners };
  }
}

export const round = (x, digits = 1) => Number(x.toFixed(digits));

export const median = values => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

/** On every page of the context: when something of these stood on it first (ms since the page was asked for). */
export const noteFirst = (context, selector) => context.addInitScript(selector => {
  const look = () => {
    if (document.querySelector(selector)) requestAnimationFrame(() => setTimeout(() => (window.firstSeen = performance.now())));
    else setTimeout(look, 5);
  };
  look();
}, selector);

export const firstSeen = page => page.waitForFunction(() => window.firstSeen).then(x => x.jsonValue()).then(Math.round);
