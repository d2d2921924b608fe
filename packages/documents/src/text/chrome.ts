/** Lines of a website around the text: never part of a value, never a reason to warn. Matched on folded lines. */
const CHROME =
	/^(?:您?(?:的)?当前(?:所在)?位置|您现在的位置|首\s*页(?:$|[\s>|])|网站首页|字号|字体|【?字体|\(?字号|浏览(?:次数|量)|阅读(?:次数|量)?:|点击(?:数|率|量|次数)|访问(?:次数|量)|索\s?引\s?号|主题分类|发文机关:|发文字号:|成文日期|发布日期|发布时间|发布机构|信息来源|文章来源|来\s?源:|作\s?者:|编\s?辑:|责任编辑|审核:|审核人|上一篇|下一篇|上一条|下一条|分享(?:到|:|$)|扫一扫|扫码|微信扫|【?(?:打印|关闭)(?:】|本页|此页|页面|窗口|文章|\s|$)|收藏(?:本页)?$|相关(?:阅读|链接|新闻|附件)|相关信息(?:\s|:|$)|热点新闻|推荐阅读|友情链接|版权所有|网站地图|网站标识码|主办:|技术支持(?:单位)?(?:\s|:|$)|联系我们|关于我们|免责声明|(?:.{0,6}公网安备)|(?:.{0,12}ICP备)|Copyright|©|文档编号|上传人|返回\s?下载|资源描述$|点击查看更多|第\s?\d+\s?页\s?[/共]|.{0,40}_第\d+页$|页码|您是第|无障碍(?:浏览|阅读|模式|\s|$)|(?:繁體|繁体|简体)(?:中文|版|\s|$)|English|(?:登录|注册)(?:\s|\||$)|搜索$|政务公开$|走进[^\s。,;:]{1,8}(?:\s|$)|智能问答|长者(?:模式|版)|.{0,12}客户端下载|广告$|举报$|展开全文|微信公众号(?:\s|:|$)|加入收藏|设为首页|返回顶部|来源单位|语音播报|用手机(?:打开|扫|浏览|访问|看)|手机扫|我要纠错|纠错$|温馨提示$)/i;

const NAVIGATION = /^[^,。;:]{1,80}$/;

/** Whether a folded line belongs to the page around the text. */
function isChrome(line: string): boolean {
	const text = line.trim();
	if (text.length === 0) return false;
	if (text.length > 160) return false;
	if (CHROME.test(text)) return true;
	// 首页 > 专题 > 公示 and menus of many short words.
	if (/[>»›]/.test(text) && NAVIGATION.test(text) && text.split(/[>»›]/).length >= 3) return true;
	return /^-{1,2}\s?\d{1,4}\s?-{1,2}$/.test(text) || /^\d{1,4}\s?\/\s?\d{1,4}$/.test(text);
}

/** Who owns and who runs the website: chrome where they stand once, labels of a task list where they come again. */
const SITE_OFFICE = /^(?:主办|承办)单位:/;

/** The lines (from 1) of a document that belong to the page around the text. */
export function chromeLines(folded: readonly string[]): Set<number> {
	const offices = folded.flatMap((line, i) => (SITE_OFFICE.test(line.trim()) ? [i + 1] : []));
	const names = new Set(offices.map((at) => (folded[at - 1] ?? "").trim()));
	// The site names each office once, on neighbouring lines; the same line twice is the foot of two copies.
	const ofSite = names.size <= 2 && (folded[(offices[0] ?? 1) - 1] ?? "").trim().startsWith("主办");
	const found = new Set(ofSite ? offices : []);
	for (const [i, line] of folded.entries()) if (isChrome(line)) found.add(i + 1);
	return found;
}

/** Lines that close a document after its last item: notices, attachments, contacts, signatures. Folded. */
const CLOSING =
	/^(?:特此(?:公示|公告|通告|通报|说明|报告)|现予(?:以)?公示|公示(?:时间|期|期限|日期)\s{0,2}[:为自从]|公示期间|以上(?:整改)?(?:情况|问题|内容).{0,12}公示|附\s?件\s{0,2}\d{0,2}\s?[:.、]|附\s?表\s{0,2}[:：]|联\s?系\s?(?:人|电\s?话|方式|地址|单位)\s{0,2}[:(]|(?:监督|举报|咨询|受理|投诉|问效|反映)电话|电\s?话\s{0,2}:|(?:通信|通讯|联系|邮寄)地址|邮\s?(?:箱|编)\s{0,2}:|电子邮箱|传\s?真\s{0,2}:|如有异议|如对[^。\n]{0,40}?(?:异议|意见|疑问)|若有异议|抄送|主送|\(?此件|.{0,20}问效电话|受理部门\s{0,2}[:]|受理时间)/;

/** Chapters that follow a list of issues. */
const NEXT_CHAPTER =
	/^(?:[一二三四五六七八九十]{1,3}、|第[一二三四五六七八九十]{1,2}(?:章|部分)\s?)\s?(?:保障措施|组织(?:领导|保障|实施)|工作(?:要求|保障|机制)|保障(?:机制|体系)|监督(?:检查|考核|管理)|有关要求|相关要求|附则)$/;

const DATE_LINE =
	/^(?:\d{4}|二[〇零]{1,2}[一二三四五六七八九十〇零]{1,3})\s?年\s?(?:\d{1,2}|[一二三四五六七八九十]{1,2})\s?月\s?(?:\d{1,2}|[一二三四五六七八九十]{1,3})\s?日$/;
const ORGANISATION =
	/(?:政府|办公室|委员会|局|厅|党委|县委|市委|省委|区委|办|领导小组|公司|中心)(?:\(.{0,12}\))?$/;

/**
 * Index of the first of `lines` (folded) at which the document closes, or -1. A date line counts behind a signature;
 * in the cells of a table (`signatures` false) an office followed by a date is content.
 */
export function closingLine(lines: readonly string[], signatures = true): number {
	for (const [i, raw] of lines.entries()) {
		const line = raw.trim();
		if (i > 0 && (CLOSING.test(line) || NEXT_CHAPTER.test(line))) return i;
		if (signatures && i > 0 && DATE_LINE.test(line)) {
			let from = i;
			while (from > 1 && isSignature((lines[from - 1] ?? "").trim())) from--;
			if (from < i) return from;
		}
	}
	return -1;
}

const isSignature = (line: string): boolean =>
	line === "" || (line.length <= 40 && ORGANISATION.test(line) && !/[。,;:]/.test(line));

/** Whether a folded line closes a document even when it comes first. */
export const isClosing = (line: string): boolean => CLOSING.test(line.trim());
