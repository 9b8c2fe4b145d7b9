/** The page when there is nothing to lead: no seat, no server, or not yet. */
export function Standstill({ title, text }: { title: string; text: string }) {
  return <main class="alone"><h1>{title}</h1><p>{text}</p><p><a href="/console">/console</a></p></main>;
}
