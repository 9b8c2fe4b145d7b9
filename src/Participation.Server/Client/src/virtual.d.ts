declare module "virtual:texts/kinds" {
  const kinds: Record<string, import("./texts").Loaders>;
  export default kinds;
}
declare module "virtual:texts/*" {
  const loaders: import("./texts").Loaders;
  export default loaders;
}
