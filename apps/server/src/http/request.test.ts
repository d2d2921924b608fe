import { expect, test } from "vitest";
import { countedAs } from "./request.ts";

test.each([
	["203.0.113.9", "203.0.113.9"],
	["::ffff:203.0.113.9", "203.0.113.9"],
	["2001:db8:0:1::ab", "2001:db8:0:1::/64"],
	["2001:DB8:0000:0001:ffff:ffff:ffff:ffff", "2001:db8:0:1::/64"],
	["2001:db8::1:0:0:0:1", "2001:db8:0:1::/64"],
	["2001:db8:0:2::ab", "2001:db8:0:2::/64"],
	["64:ff9b::203.0.113.9", "64:ff9b:0:0::/64"],
	["fe80::1%eth0", "fe80:0:0:0::/64"],
	["::1", "0:0:0:0::/64"],
	["unknown", "unknown"],
])("%s is counted as %s", (address, counted) => expect(countedAs(address)).toBe(counted));
