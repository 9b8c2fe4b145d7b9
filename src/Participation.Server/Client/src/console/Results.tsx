import { useDesk } from "./context";

/** After the close: whether everybody may read what the report prints, and where. */
export function Results() {
  const { session, view, connected, t, act } = useDesk();
  const open = !!view.results;
  return (
    <section>
      <h3>{t("console.results")}</h3>
      <p>{t(open ? "console.results-on" : "console.results-off")}</p>
      <p class="links">
        <button type="button" disabled={!connected} onClick={() => void act("session.publish", { on: !open })}>{t(open ? "console.results-close" : "console.results-open")}</button>
        {open && <> <a href={`/results/${session}?language=${view.language}`} target="_blank" rel="noopener">{t("console.results-look")}</a></>}
      </p>
    </section>
  );
}
