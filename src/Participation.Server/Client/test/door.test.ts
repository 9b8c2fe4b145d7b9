import { describe, expect, it } from "vitest";
import { codeOf, wayOf } from "../src/phone/door";

describe("the way in", () => {
  it.each(["K7M2PX", "k7m2px", " K7M 2PX ", "k7m-2px", "K7M2PX\n"])("reads %j as the same code", typed => expect(codeOf(typed)).toBe("K7M2PX"));

  it.each<[string, unknown]>([
    ["/", undefined],
    ["/q/Zm9vYmFyLWtleQ_1", { key: "Zm9vYmFyLWtleQ_1" }],
    ["/K7M2PX", { code: "K7M2PX" }],
    ["/k7m2px/", { code: "K7M2PX" }],
    ["http://192.168.1.20:5080/q/Zm9vYmFyLWtleQ_1", { key: "Zm9vYmFyLWtleQ_1" }],
    ["http://192.168.1.20:5080/K7M2PX", { code: "K7M2PX" }],
    ["/phone.html", undefined],
    ["/console", undefined],
  ])("goes from %s to %j", (path, way) => expect(wayOf(path)).toEqual(way));
});
