/** Does a text hold all the words that were typed? Case and accents do not matter. */
export function holds(text: string, search: string): boolean {
  const here = plain(text);
  return plain(search).split(/\s+/).every(word => here.includes(word));
}

const plain = (text: string) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
