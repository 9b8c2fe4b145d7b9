/** A word that stands for many payloads: where a page shows one text of a kind at a time, it would need an evening for each of them. */
export const sign = "ZQZ";

/** On its way from the server to the pages of this device every sign becomes what is said, in answers and on the live line. */
export async function spelled(context, said) {
  const spell = text => text.replaceAll(sign, JSON.stringify(said).slice(1, -1));
  await context.route(/\/api\//, route => passed(route, spell).catch(error => {
    // Who leaves a page does not wait for its answers.
    if (!/closed|disposed/.test(error.message)) throw error;
  }));
  await context.routeWebSocket(/\/live\b/, page => {
    const server = page.connectToServer();
    server.onMessage(said => page.send(typeof said === "string" ? spell(said) : said));
  });
}

async function passed(route, spell) {
  // Who passes a request on loses what the browser said of the page that asks; without it the server takes the browser for one behind a proxy.
  const answer = await route.fetch({ headers: { ...route.request().headers(), "sec-fetch-site": "same-origin" } });
  if (!answer.headers()["content-type"]?.includes("json")) return route.fulfill({ response: answer });
  return route.fulfill({ response: answer, body: spell(await answer.text()) });
}
