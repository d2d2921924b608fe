import { secureHeaders } from "hono/secure-headers";

const SELF = "'self'";
const NONE = "'none'";

/**
 * The headers of every answer. Scripts only from files of our own, never inline; styles in attributes are allowed,
 * since charts and virtual lists place things with them. `same-origin` as referrer policy and not `no-referrer`:
 * with the latter browsers hide the origin of a form, which the sign-in page needs to prove.
 */
export const safeHeaders = (publicUrl: string) =>
	secureHeaders({
		contentSecurityPolicy: {
			defaultSrc: [NONE],
			scriptSrc: [SELF],
			styleSrc: [SELF],
			styleSrcAttr: ["'unsafe-inline'"],
			imgSrc: [SELF, "data:", "blob:"],
			fontSrc: [SELF],
			connectSrc: [SELF],
			manifestSrc: [SELF],
			workerSrc: [SELF],
			formAction: [SELF],
			frameAncestors: [NONE],
			baseUri: [NONE],
		},
		xFrameOptions: "DENY",
		referrerPolicy: "same-origin",
		crossOriginOpenerPolicy: "same-origin",
		crossOriginResourcePolicy: "same-origin",
		strictTransportSecurity: publicUrl.startsWith("https://") ? "max-age=31536000; includeSubDomains" : false,
		permissionsPolicy: { camera: [], microphone: [], geolocation: [], payment: [], usb: [] },
	});
