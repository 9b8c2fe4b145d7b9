/** What a step is about: its name, and the question that it asks. */
export const Heading = ({ title, question }: { title: string; question?: string }) => (
  <header class="heading">
    {question && question !== title && <p class="eyebrow">{title}</p>}
    <h1>{question || title}</h1>
  </header>
);
