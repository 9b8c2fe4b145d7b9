/** Nothing to do but to know how things stand. */
export const Calm = ({ title, body, children }: { title: string; body: string; children?: preact.ComponentChildren }) => (
  <section class="calm">
    <h1>{title}</h1>
    <p class="reading">{body}</p>
    {children}
  </section>
);
