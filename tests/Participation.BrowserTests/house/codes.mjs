import { createRequire } from "node:module";
import { until } from "./expect.mjs";

const reader = createRequire(import.meta.url).resolve("jsqr/dist/jsQR.js");

/** What a camera reads in the QR code of an element as it is painted; undefined where it reads none. */
export async function scanned(locator) {
  // The picture may still be on its way when its place stands already.
  await until(() => locator.evaluate(x => !(x instanceof HTMLImageElement) || (x.complete && x.naturalWidth > 0)), true, "the picture of the code");
  const picture = await locator.screenshot({ animations: "disabled" });
  const page = await locator.page().context().newPage();
  await page.addScriptTag({ path: reader });
  const said = await page.evaluate(async png => {
    const bitmap = await createImageBitmap(await (await fetch(`data:image/png;base64,${png}`)).blob());
    const canvas = new OffscreenCanvas(bitmap.width, bitmap.height).getContext("2d");
    canvas.drawImage(bitmap, 0, 0);
    const { data } = canvas.getImageData(0, 0, bitmap.width, bitmap.height);
    return window.jsQR(data, bitmap.width, bitmap.height)?.data;
  }, picture.toString("base64"));
  await page.close();
  return said;
}
