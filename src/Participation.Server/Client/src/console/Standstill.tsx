/** The page when there is nothing to lead: no seat, no server, or not yet. */
export function Standstill({ title, text, way = { to: "/console", name: "/console" } }: { title: string; text: string; way?: { to: string; name: string } }) {
  return <main class="alone"><h1>{title}</h1><p>{text}</p><p><a href={way.to}>{way.name}</a></p></main>;
}
