// Generated from openapi/websets.yaml by `npm run generate`. Do not edit.
// biome-ignore-all lint: generated
import * as a from "../src/contract/assert.ts";
import * as f from "../src/contract/formats.ts";
import type { Json } from "../src/findings/finding.ts";
import type { CompiledContract, Headers } from "../src/contract/operation.ts";
import type { Check } from "../src/contract/violation.ts";

const k1: readonly Json[] = ["webset"];
const k2: readonly Json[] = ["idle","pending","running","paused"];
const k3: readonly Json[] = ["webset_search"];
const k4: readonly Json[] = ["created","pending","running","completed","canceled"];
const k5: readonly Json[] = ["company"];
const k6: readonly Json[] = ["type"];
const k7: readonly Json[] = ["person"];
const k8: readonly Json[] = ["article"];
const k9: readonly Json[] = ["research_paper"];
const k10: readonly Json[] = ["custom"];
const k11: readonly Json[] = ["type","description"];
const k12: readonly Json[] = ["company","person","article","research_paper","custom"];
const k13: readonly Json[] = ["description","successRate"];
const k14: readonly Json[] = ["override","append"];
const k15: readonly Json[] = ["import","webset"];
const k16: readonly Json[] = ["source","id"];
const k17: readonly Json[] = ["definition","limit"];
const k18: readonly Json[] = ["source","id","relationship"];
const k19: readonly Json[] = ["found","analyzed","completion","timeLeft"];
const k20: readonly Json[] = ["high","medium","low"];
const k21: readonly Json[] = ["min","max"];
const k22: readonly Json[] = ["total","confidence","bounds"];
const k23: readonly Json[] = ["expected","reasoning"];
const k24: readonly Json[] = [];
const k25: readonly Json[] = ["webset_deleted","webset_canceled",null];
const k26: readonly Json[] = ["id","object","status","query","entity","criteria","count","behavior","exclude","progress","recall","metadata","canceledAt","canceledReason","createdAt","updatedAt","websetId","scope","maxPeoplePerCompany"];
const k27: readonly Json[] = ["import"];
const k28: readonly Json[] = ["pending","processing","completed","failed"];
const k29: readonly Json[] = ["csv","webset"];
const k30: readonly Json[] = ["invalid_format","invalid_file_content","missing_identifier",null];
const k31: readonly Json[] = ["id","object","status","format","entity","title","count","metadata","failedReason","failedAt","failedMessage","createdAt","updatedAt"];
const k32: readonly Json[] = ["webset_enrichment"];
const k33: readonly Json[] = ["pending","canceled","completed"];
const k34: readonly Json[] = ["text","date","number","options","email","phone","url",null];
const k35: readonly Json[] = ["label"];
const k36: readonly Json[] = ["id","object","status","websetId","title","description","format","options","instructions","metadata","createdAt","updatedAt"];
const k37: readonly Json[] = ["monitor"];
const k38: readonly Json[] = ["enabled","disabled"];
const k39: readonly Json[] = ["cron","timezone"];
const k40: readonly Json[] = ["search"];
const k41: readonly Json[] = ["description"];
const k42: readonly Json[] = ["count","query","criteria","entity","behavior"];
const k43: readonly Json[] = ["type","config"];
const k44: readonly Json[] = ["monitor_run"];
const k45: readonly Json[] = ["created","running","completed","canceled","failed"];
const k46: readonly Json[] = ["search","refresh"];
const k47: readonly Json[] = ["id","object","status","monitorId","type","completedAt","failedAt","failedReason","canceledAt","createdAt","updatedAt"];
const k48: readonly Json[] = ["id","object","status","websetId","cadence","behavior","lastRun","nextRunAt","metadata","createdAt","updatedAt"];
const k49: readonly Json[] = ["webset_item"];
const k50: readonly Json[] = ["search","import"];
const k51: readonly Json[] = ["name","location"];
const k52: readonly Json[] = ["name","location","position","company","pictureUrl"];
const k53: readonly Json[] = ["type","url","description","person"];
const k54: readonly Json[] = ["name","location","employees","industry","about","logoUrl"];
const k55: readonly Json[] = ["type","url","description","content","company"];
const k56: readonly Json[] = ["title","author","publishedAt"];
const k57: readonly Json[] = ["type","url","description","content","article"];
const k58: readonly Json[] = ["type","url","description","content","researchPaper"];
const k59: readonly Json[] = ["type","url","description","content","custom"];
const k60: readonly Json[] = ["person","company","article","research_paper","custom"];
const k61: readonly Json[] = ["yes","no","unclear"];
const k62: readonly Json[] = ["title","snippet","url"];
const k63: readonly Json[] = ["criterion","reasoning","satisfied","references"];
const k64: readonly Json[] = ["enrichment_result"];
const k65: readonly Json[] = ["pending","completed","canceled"];
const k66: readonly Json[] = ["date","email","number","options","phone","text","url"];
const k67: readonly Json[] = ["object","status","format","result","reasoning","references","enrichmentId"];
const k68: readonly Json[] = ["id","object","source","sourceId","websetId","properties","evaluations","enrichments","createdAt","updatedAt"];
const k69: readonly Json[] = ["id","object","status","externalId","title","searches","imports","enrichments","monitors","metadata","createdAt","updatedAt","streams","excludes","dashboardUrl","items"];
const k70: readonly Json[] = ["data","hasMore","nextCursor"];
const k71: readonly Json[] = ["error","message","tag","requestId","path","timestamp","statusCode"];
const k72: readonly Json[] = ["query","count","entity","criteria","recall","exclude","scope"];
const k73: readonly Json[] = ["description","format","options","metadata"];
const k74: readonly Json[] = ["search","import","enrichments","exclude","externalId","metadata"];
const k75: readonly Json[] = ["metadata","title"];
const k76: readonly Json[] = ["items"];
const checkQuerycursor: Check = (v: any, o) => {
  typeof v === "string" ? a.length(o, "", v, 1, Infinity) : a.type(o, "", "string", v);
};
const checkQuerylimit: Check = (v: any, o) => {
  typeof v === "number" ? (a.bound(o, "", v >= 1, "minimum", 1, v), a.bound(o, "", v <= 100, "maximum", 100, v)) : a.type(o, "", "number", v);
};
const checkWebsetPage: Check = (v: any, o) => {
  if (!a.isObject(v)) return a.type(o, "", "object", v);
  let x: any, r = 0;
  (x = v["data"]) === undefined || (r++, Array.isArray(x) ? a.each(o, "/data", checkWebset, x) : a.type(o, "/data", "array", x));
  (x = v["hasMore"]) === undefined || (r++, typeof x === "boolean" ? 0 : a.type(o, "/hasMore", "boolean", x));
  (x = v["nextCursor"]) === undefined || (r++, typeof x === "string" ? 0 : x === null ? 0 : a.type(o, "/nextCursor", ["string","null"], x));
  r === 3 && r === a.size(v) || a.members(o, v, k70, 3);
};
const checkWebset: Check = (v: any, o) => {
  if (!a.isObject(v)) return a.type(o, "", "object", v);
  let x: any, r = 0, n = 0;
  (x = v["id"]) === undefined || (r++, typeof x === "string" ? 0 : a.type(o, "/id", "string", x));
  (x = v["object"]) === undefined || (r++, x === "webset" ? 0 : a.notMember(o, "/object", x, k1));
  (x = v["status"]) === undefined || (r++, a.member(o, "/status", x, k2));
  (x = v["externalId"]) === undefined || (r++, typeof x === "string" ? 0 : x === null ? 0 : a.type(o, "/externalId", ["string","null"], x));
  (x = v["title"]) === undefined || (r++, typeof x === "string" ? 0 : x === null ? 0 : a.type(o, "/title", ["string","null"], x));
  (x = v["searches"]) === undefined || (r++, Array.isArray(x) ? a.each(o, "/searches", checkWebsetSearch, x) : a.type(o, "/searches", "array", x));
  (x = v["imports"]) === undefined || (r++, Array.isArray(x) ? a.each(o, "/imports", checkImport, x) : a.type(o, "/imports", "array", x));
  (x = v["enrichments"]) === undefined || (r++, Array.isArray(x) ? a.each(o, "/enrichments", checkWebsetEnrichment, x) : a.type(o, "/enrichments", "array", x));
  (x = v["monitors"]) === undefined || (r++, Array.isArray(x) ? a.each(o, "/monitors", checkMonitor, x) : a.type(o, "/monitors", "array", x));
  (x = v["streams"]) === undefined || (n++, Array.isArray(x) ? 0 : a.type(o, "/streams", "array", x));
  (x = v["excludes"]) === undefined || (n++, Array.isArray(x) ? a.each(o, "/excludes", checkSourceReference, x) : a.type(o, "/excludes", "array", x));
  (x = v["metadata"]) === undefined || (r++, a.at(o, "/metadata", checkMetadata, x));
  (x = v["dashboardUrl"]) === undefined || (n++, typeof x === "string" ? a.matches(o, "/dashboardUrl", f.uri(x), "format", "uri") : a.type(o, "/dashboardUrl", "string", x));
  (x = v["createdAt"]) === undefined || (r++, typeof x === "string" ? a.matches(o, "/createdAt", f.dateTime(x), "format", "date-time") : a.type(o, "/createdAt", "string", x));
  (x = v["updatedAt"]) === undefined || (r++, typeof x === "string" ? a.matches(o, "/updatedAt", f.dateTime(x), "format", "date-time") : a.type(o, "/updatedAt", "string", x));
  (x = v["items"]) === undefined || (n++, Array.isArray(x) ? a.each(o, "/items", checkWebsetItem, x) : a.type(o, "/items", "array", x));
  r === 12 && r + n === a.size(v) || a.members(o, v, k69, 12);
};
const checkWebsetSearch: Check = (v: any, o) => {
  if (!a.isObject(v)) return a.type(o, "", "object", v);
  let x: any, r = 0, n = 0;
  (x = v["id"]) === undefined || (r++, typeof x === "string" ? 0 : a.type(o, "/id", "string", x));
  (x = v["object"]) === undefined || (r++, x === "webset_search" ? 0 : a.notMember(o, "/object", x, k3));
  (x = v["websetId"]) === undefined || (n++, typeof x === "string" ? 0 : a.type(o, "/websetId", "string", x));
  (x = v["status"]) === undefined || (r++, a.member(o, "/status", x, k4));
  (x = v["query"]) === undefined || (r++, typeof x === "string" ? a.length(o, "/query", x, 1, 5000) : a.type(o, "/query", "string", x));
  (x = v["entity"]) === undefined || (r++, x === null ? 0 : a.at(o, "/entity", checkEntity, x));
  (x = v["criteria"]) === undefined || (r++, Array.isArray(x) ? a.each(o, "/criteria", checkSearchCriterion, x) : a.type(o, "/criteria", "array", x));
  (x = v["count"]) === undefined || (r++, typeof x === "number" ? a.bound(o, "/count", x >= 1, "minimum", 1, x) : a.type(o, "/count", "number", x));
  (x = v["behavior"]) === undefined || (r++, x === "override" || x === "append" ? 0 : a.notMember(o, "/behavior", x, k14));
  (x = v["exclude"]) === undefined || (r++, Array.isArray(x) ? a.each(o, "/exclude", checkSourceReference, x) : a.type(o, "/exclude", "array", x));
  (x = v["scope"]) === undefined || (n++, Array.isArray(x) ? a.each(o, "/scope", checkScopeReference, x) : a.type(o, "/scope", "array", x));
  (x = v["progress"]) === undefined || (r++, a.at(o, "/progress", checkSearchProgress, x));
  (x = v["recall"]) === undefined || (r++, x === null ? 0 : a.at(o, "/recall", checkSearchRecall, x));
  (x = v["metadata"]) === undefined || (r++, a.at(o, "/metadata", checkMetadata, x));
  (x = v["maxPeoplePerCompany"]) === undefined || (n++, typeof x === "number" ? 0 : x === null ? 0 : a.type(o, "/maxPeoplePerCompany", ["number","null"], x));
  (x = v["canceledAt"]) === undefined || (r++, typeof x === "string" ? a.matches(o, "/canceledAt", f.dateTime(x), "format", "date-time") : x === null ? 0 : a.type(o, "/canceledAt", ["string","null"], x));
  (x = v["canceledReason"]) === undefined || (r++, a.member(o, "/canceledReason", x, k25));
  (x = v["createdAt"]) === undefined || (r++, typeof x === "string" ? a.matches(o, "/createdAt", f.dateTime(x), "format", "date-time") : a.type(o, "/createdAt", "string", x));
  (x = v["updatedAt"]) === undefined || (r++, typeof x === "string" ? a.matches(o, "/updatedAt", f.dateTime(x), "format", "date-time") : a.type(o, "/updatedAt", "string", x));
  r === 16 && r + n === a.size(v) || a.members(o, v, k26, 16);
};
const checkEntity: Check = (v: any, o) => {
  checkEntityVariant(v, o);
};
const checkEntityVariant: Check = (v: any, o) => {
  if (!a.isObject(v)) return a.type(o, "", "object", v);
  const tag = v["type"];
  switch (tag) {
    case "company":
      return checkCompanyEntity(v, o);
    case "person":
      return checkPersonEntity(v, o);
    case "article":
      return checkArticleEntity(v, o);
    case "research_paper":
      return checkResearchPaperEntity(v, o);
    case "custom":
      return checkCustomEntity(v, o);
  }
  tag === undefined ? a.missing(o, "type") : a.notMember(o, "/type", tag, k12);
};
const checkCompanyEntity: Check = (v: any, o) => {
  if (!a.isObject(v)) return a.type(o, "", "object", v);
  let x: any, r = 0;
  (x = v["type"]) === undefined || (r++, x === "company" ? 0 : a.notMember(o, "/type", x, k5));
  r === 1 && r === a.size(v) || a.members(o, v, k6, 1);
};
const checkPersonEntity: Check = (v: any, o) => {
  if (!a.isObject(v)) return a.type(o, "", "object", v);
  let x: any, r = 0;
  (x = v["type"]) === undefined || (r++, x === "person" ? 0 : a.notMember(o, "/type", x, k7));
  r === 1 && r === a.size(v) || a.members(o, v, k6, 1);
};
const checkArticleEntity: Check = (v: any, o) => {
  if (!a.isObject(v)) return a.type(o, "", "object", v);
  let x: any, r = 0;
  (x = v["type"]) === undefined || (r++, x === "article" ? 0 : a.notMember(o, "/type", x, k8));
  r === 1 && r === a.size(v) || a.members(o, v, k6, 1);
};
const checkResearchPaperEntity: Check = (v: any, o) => {
  if (!a.isObject(v)) return a.type(o, "", "object", v);
  let x: any, r = 0;
  (x = v["type"]) === undefined || (r++, x === "research_paper" ? 0 : a.notMember(o, "/type", x, k9));
  r === 1 && r === a.size(v) || a.members(o, v, k6, 1);
};
const checkCustomEntity: Check = (v: any, o) => {
  if (!a.isObject(v)) return a.type(o, "", "object", v);
  let x: any, r = 0;
  (x = v["type"]) === undefined || (r++, x === "custom" ? 0 : a.notMember(o, "/type", x, k10));
  (x = v["description"]) === undefined || (r++, typeof x === "string" ? a.length(o, "/description", x, 2, 200) : a.type(o, "/description", "string", x));
  r === 2 && r === a.size(v) || a.members(o, v, k11, 2);
};
const checkSearchCriterion: Check = (v: any, o) => {
  if (!a.isObject(v)) return a.type(o, "", "object", v);
  let x: any, r = 0;
  (x = v["description"]) === undefined || (r++, typeof x === "string" ? a.length(o, "/description", x, 1, 1000) : a.type(o, "/description", "string", x));
  (x = v["successRate"]) === undefined || (r++, typeof x === "number" ? (a.bound(o, "/successRate", x >= 0, "minimum", 0, x), a.bound(o, "/successRate", x <= 100, "maximum", 100, x)) : a.type(o, "/successRate", "number", x));
  r === 2 && r === a.size(v) || a.members(o, v, k13, 2);
};
const checkSourceReference: Check = (v: any, o) => {
  if (!a.isObject(v)) return a.type(o, "", "object", v);
  let x: any, r = 0;
  (x = v["source"]) === undefined || (r++, x === "import" || x === "webset" ? 0 : a.notMember(o, "/source", x, k15));
  (x = v["id"]) === undefined || (r++, typeof x === "string" ? 0 : a.type(o, "/id", "string", x));
  r === 2 && r === a.size(v) || a.members(o, v, k16, 2);
};
const checkScopeReference: Check = (v: any, o) => {
  if (!a.isObject(v)) return a.type(o, "", "object", v);
  let x: any, r = 0, n = 0;
  (x = v["source"]) === undefined || (r++, x === "import" || x === "webset" ? 0 : a.notMember(o, "/source", x, k15));
  (x = v["id"]) === undefined || (r++, typeof x === "string" ? 0 : a.type(o, "/id", "string", x));
  (x = v["relationship"]) === undefined || (n++, a.at(o, "/relationship", checkScopeRelationship, x));
  r === 2 && r + n === a.size(v) || a.members(o, v, k18, 2);
};
const checkScopeRelationship: Check = (v: any, o) => {
  if (!a.isObject(v)) return a.type(o, "", "object", v);
  let x: any, r = 0;
  (x = v["definition"]) === undefined || (r++, typeof x === "string" ? 0 : a.type(o, "/definition", "string", x));
  (x = v["limit"]) === undefined || (r++, typeof x === "number" ? (a.bound(o, "/limit", x >= 1, "minimum", 1, x), a.bound(o, "/limit", x <= 10, "maximum", 10, x)) : a.type(o, "/limit", "number", x));
  r === 2 && r === a.size(v) || a.members(o, v, k17, 2);
};
const checkSearchProgress: Check = (v: any, o) => {
  if (!a.isObject(v)) return a.type(o, "", "object", v);
  let x: any, r = 0;
  (x = v["found"]) === undefined || (r++, typeof x === "number" ? 0 : a.type(o, "/found", "number", x));
  (x = v["analyzed"]) === undefined || (r++, typeof x === "number" ? 0 : a.type(o, "/analyzed", "number", x));
  (x = v["completion"]) === undefined || (r++, typeof x === "number" ? (a.bound(o, "/completion", x >= 0, "minimum", 0, x), a.bound(o, "/completion", x <= 100, "maximum", 100, x)) : a.type(o, "/completion", "number", x));
  (x = v["timeLeft"]) === undefined || (r++, typeof x === "number" ? 0 : x === null ? 0 : a.type(o, "/timeLeft", ["number","null"], x));
  r === 4 && r === a.size(v) || a.members(o, v, k19, 4);
};
const checkSearchRecall: Check = (v: any, o) => {
  if (!a.isObject(v)) return a.type(o, "", "object", v);
  let x: any, r = 0;
  (x = v["expected"]) === undefined || (r++, a.at(o, "/expected", checkExpectedResults, x));
  (x = v["reasoning"]) === undefined || (r++, typeof x === "string" ? 0 : a.type(o, "/reasoning", "string", x));
  r === 2 && r === a.size(v) || a.members(o, v, k23, 2);
};
const checkExpectedResults: Check = (v: any, o) => {
  if (!a.isObject(v)) return a.type(o, "", "object", v);
  let x: any, r = 0;
  (x = v["total"]) === undefined || (r++, typeof x === "number" ? 0 : a.type(o, "/total", "number", x));
  (x = v["confidence"]) === undefined || (r++, a.member(o, "/confidence", x, k20));
  (x = v["bounds"]) === undefined || (r++, a.at(o, "/bounds", checkExpectedBounds, x));
  r === 3 && r === a.size(v) || a.members(o, v, k22, 3);
};
const checkExpectedBounds: Check = (v: any, o) => {
  if (!a.isObject(v)) return a.type(o, "", "object", v);
  let x: any, r = 0;
  (x = v["min"]) === undefined || (r++, typeof x === "number" ? 0 : a.type(o, "/min", "number", x));
  (x = v["max"]) === undefined || (r++, typeof x === "number" ? 0 : a.type(o, "/max", "number", x));
  r === 2 && r === a.size(v) || a.members(o, v, k21, 2);
};
const checkMetadata: Check = (v: any, o) => {
  if (!a.isObject(v)) return a.type(o, "", "object", v);
  a.others(o, v, k24, checkMetadataValue);
};
const checkMetadataValue: Check = (v: any, o) => {
  typeof v === "string" ? a.length(o, "", v, 0, 1000) : a.type(o, "", "string", v);
};
const checkImport: Check = (v: any, o) => {
  if (!a.isObject(v)) return a.type(o, "", "object", v);
  let x: any, r = 0;
  (x = v["id"]) === undefined || (r++, typeof x === "string" ? 0 : a.type(o, "/id", "string", x));
  (x = v["object"]) === undefined || (r++, x === "import" ? 0 : a.notMember(o, "/object", x, k27));
  (x = v["status"]) === undefined || (r++, a.member(o, "/status", x, k28));
  (x = v["format"]) === undefined || (r++, x === "csv" || x === "webset" ? 0 : a.notMember(o, "/format", x, k29));
  (x = v["entity"]) === undefined || (r++, x === null ? 0 : a.at(o, "/entity", checkEntity, x));
  (x = v["title"]) === undefined || (r++, typeof x === "string" ? 0 : a.type(o, "/title", "string", x));
  (x = v["count"]) === undefined || (r++, typeof x === "number" ? 0 : a.type(o, "/count", "number", x));
  (x = v["metadata"]) === undefined || (r++, a.at(o, "/metadata", checkMetadata, x));
  (x = v["failedReason"]) === undefined || (r++, a.member(o, "/failedReason", x, k30));
  (x = v["failedAt"]) === undefined || (r++, typeof x === "string" ? a.matches(o, "/failedAt", f.dateTime(x), "format", "date-time") : x === null ? 0 : a.type(o, "/failedAt", ["string","null"], x));
  (x = v["failedMessage"]) === undefined || (r++, typeof x === "string" ? 0 : x === null ? 0 : a.type(o, "/failedMessage", ["string","null"], x));
  (x = v["createdAt"]) === undefined || (r++, typeof x === "string" ? a.matches(o, "/createdAt", f.dateTime(x), "format", "date-time") : a.type(o, "/createdAt", "string", x));
  (x = v["updatedAt"]) === undefined || (r++, typeof x === "string" ? a.matches(o, "/updatedAt", f.dateTime(x), "format", "date-time") : a.type(o, "/updatedAt", "string", x));
  r === 13 && r === a.size(v) || a.members(o, v, k31, 13);
};
const checkWebsetEnrichment: Check = (v: any, o) => {
  if (!a.isObject(v)) return a.type(o, "", "object", v);
  let x: any, r = 0;
  (x = v["id"]) === undefined || (r++, typeof x === "string" ? 0 : a.type(o, "/id", "string", x));
  (x = v["object"]) === undefined || (r++, x === "webset_enrichment" ? 0 : a.notMember(o, "/object", x, k32));
  (x = v["status"]) === undefined || (r++, a.member(o, "/status", x, k33));
  (x = v["websetId"]) === undefined || (r++, typeof x === "string" ? 0 : a.type(o, "/websetId", "string", x));
  (x = v["title"]) === undefined || (r++, typeof x === "string" ? 0 : x === null ? 0 : a.type(o, "/title", ["string","null"], x));
  (x = v["description"]) === undefined || (r++, typeof x === "string" ? 0 : a.type(o, "/description", "string", x));
  (x = v["format"]) === undefined || (r++, a.member(o, "/format", x, k34));
  (x = v["options"]) === undefined || (r++, Array.isArray(x) ? a.each(o, "/options", checkEnrichmentOption, x) : x === null ? 0 : a.type(o, "/options", ["array","null"], x));
  (x = v["instructions"]) === undefined || (r++, typeof x === "string" ? 0 : x === null ? 0 : a.type(o, "/instructions", ["string","null"], x));
  (x = v["metadata"]) === undefined || (r++, a.at(o, "/metadata", checkMetadata, x));
  (x = v["createdAt"]) === undefined || (r++, typeof x === "string" ? a.matches(o, "/createdAt", f.dateTime(x), "format", "date-time") : a.type(o, "/createdAt", "string", x));
  (x = v["updatedAt"]) === undefined || (r++, typeof x === "string" ? a.matches(o, "/updatedAt", f.dateTime(x), "format", "date-time") : a.type(o, "/updatedAt", "string", x));
  r === 12 && r === a.size(v) || a.members(o, v, k36, 12);
};
const checkEnrichmentOption: Check = (v: any, o) => {
  if (!a.isObject(v)) return a.type(o, "", "object", v);
  let x: any, r = 0;
  (x = v["label"]) === undefined || (r++, typeof x === "string" ? 0 : a.type(o, "/label", "string", x));
  r === 1 && r === a.size(v) || a.members(o, v, k35, 1);
};
const checkMonitor: Check = (v: any, o) => {
  if (!a.isObject(v)) return a.type(o, "", "object", v);
  let x: any, r = 0;
  (x = v["id"]) === undefined || (r++, typeof x === "string" ? 0 : a.type(o, "/id", "string", x));
  (x = v["object"]) === undefined || (r++, x === "monitor" ? 0 : a.notMember(o, "/object", x, k37));
  (x = v["status"]) === undefined || (r++, x === "enabled" || x === "disabled" ? 0 : a.notMember(o, "/status", x, k38));
  (x = v["websetId"]) === undefined || (r++, typeof x === "string" ? 0 : a.type(o, "/websetId", "string", x));
  (x = v["cadence"]) === undefined || (r++, a.at(o, "/cadence", checkMonitorCadence, x));
  (x = v["behavior"]) === undefined || (r++, a.at(o, "/behavior", checkMonitorBehavior, x));
  (x = v["lastRun"]) === undefined || (r++, x === null ? 0 : a.at(o, "/lastRun", checkMonitorRun, x));
  (x = v["nextRunAt"]) === undefined || (r++, typeof x === "string" ? a.matches(o, "/nextRunAt", f.dateTime(x), "format", "date-time") : x === null ? 0 : a.type(o, "/nextRunAt", ["string","null"], x));
  (x = v["metadata"]) === undefined || (r++, a.at(o, "/metadata", checkMetadata, x));
  (x = v["createdAt"]) === undefined || (r++, typeof x === "string" ? a.matches(o, "/createdAt", f.dateTime(x), "format", "date-time") : a.type(o, "/createdAt", "string", x));
  (x = v["updatedAt"]) === undefined || (r++, typeof x === "string" ? a.matches(o, "/updatedAt", f.dateTime(x), "format", "date-time") : a.type(o, "/updatedAt", "string", x));
  r === 11 && r === a.size(v) || a.members(o, v, k48, 11);
};
const checkMonitorCadence: Check = (v: any, o) => {
  if (!a.isObject(v)) return a.type(o, "", "object", v);
  let x: any, r = 0, n = 0;
  (x = v["cron"]) === undefined || (r++, typeof x === "string" ? 0 : a.type(o, "/cron", "string", x));
  (x = v["timezone"]) === undefined || (n++, typeof x === "string" ? 0 : a.type(o, "/timezone", "string", x));
  r === 1 && r + n === a.size(v) || a.members(o, v, k39, 1);
};
const checkMonitorBehavior: Check = (v: any, o) => {
  if (!a.isObject(v)) return a.type(o, "", "object", v);
  let x: any, r = 0;
  (x = v["type"]) === undefined || (r++, x === "search" ? 0 : a.notMember(o, "/type", x, k40));
  (x = v["config"]) === undefined || (r++, a.at(o, "/config", checkMonitorSearchConfig, x));
  r === 2 && r === a.size(v) || a.members(o, v, k43, 2);
};
const checkMonitorSearchConfig: Check = (v: any, o) => {
  if (!a.isObject(v)) return a.type(o, "", "object", v);
  let x: any, r = 0, n = 0;
  (x = v["query"]) === undefined || (n++, typeof x === "string" ? a.length(o, "/query", x, 2, 10000) : a.type(o, "/query", "string", x));
  (x = v["criteria"]) === undefined || (n++, Array.isArray(x) ? (a.bound(o, "/criteria", x.length <= 5, "maxItems", 5, x.length), a.each(o, "/criteria", checkMonitorCriterion, x)) : a.type(o, "/criteria", "array", x));
  (x = v["entity"]) === undefined || (n++, a.at(o, "/entity", checkEntity, x));
  (x = v["count"]) === undefined || (r++, typeof x === "number" ? a.bound(o, "/count", x > 0, "exclusiveMinimum", 0, x) : a.type(o, "/count", "number", x));
  (x = v["behavior"]) === undefined || (n++, x === "override" || x === "append" ? 0 : a.notMember(o, "/behavior", x, k14));
  r === 1 && r + n === a.size(v) || a.members(o, v, k42, 1);
};
const checkMonitorCriterion: Check = (v: any, o) => {
  if (!a.isObject(v)) return a.type(o, "", "object", v);
  let x: any, r = 0;
  (x = v["description"]) === undefined || (r++, typeof x === "string" ? a.length(o, "/description", x, 2, 1000) : a.type(o, "/description", "string", x));
  r === 1 && r === a.size(v) || a.members(o, v, k41, 1);
};
const checkMonitorRun: Check = (v: any, o) => {
  if (!a.isObject(v)) return a.type(o, "", "object", v);
  let x: any, r = 0;
  (x = v["id"]) === undefined || (r++, typeof x === "string" ? 0 : a.type(o, "/id", "string", x));
  (x = v["object"]) === undefined || (r++, x === "monitor_run" ? 0 : a.notMember(o, "/object", x, k44));
  (x = v["status"]) === undefined || (r++, a.member(o, "/status", x, k45));
  (x = v["monitorId"]) === undefined || (r++, typeof x === "string" ? 0 : a.type(o, "/monitorId", "string", x));
  (x = v["type"]) === undefined || (r++, x === "search" || x === "refresh" ? 0 : a.notMember(o, "/type", x, k46));
  (x = v["completedAt"]) === undefined || (r++, typeof x === "string" ? a.matches(o, "/completedAt", f.dateTime(x), "format", "date-time") : x === null ? 0 : a.type(o, "/completedAt", ["string","null"], x));
  (x = v["failedAt"]) === undefined || (r++, typeof x === "string" ? a.matches(o, "/failedAt", f.dateTime(x), "format", "date-time") : x === null ? 0 : a.type(o, "/failedAt", ["string","null"], x));
  (x = v["failedReason"]) === undefined || (r++, typeof x === "string" ? 0 : x === null ? 0 : a.type(o, "/failedReason", ["string","null"], x));
  (x = v["canceledAt"]) === undefined || (r++, typeof x === "string" ? a.matches(o, "/canceledAt", f.dateTime(x), "format", "date-time") : x === null ? 0 : a.type(o, "/canceledAt", ["string","null"], x));
  (x = v["createdAt"]) === undefined || (r++, typeof x === "string" ? a.matches(o, "/createdAt", f.dateTime(x), "format", "date-time") : a.type(o, "/createdAt", "string", x));
  (x = v["updatedAt"]) === undefined || (r++, typeof x === "string" ? a.matches(o, "/updatedAt", f.dateTime(x), "format", "date-time") : a.type(o, "/updatedAt", "string", x));
  r === 11 && r === a.size(v) || a.members(o, v, k47, 11);
};
const checkWebsetItem: Check = (v: any, o) => {
  if (!a.isObject(v)) return a.type(o, "", "object", v);
  let x: any, r = 0;
  (x = v["id"]) === undefined || (r++, typeof x === "string" ? 0 : a.type(o, "/id", "string", x));
  (x = v["object"]) === undefined || (r++, x === "webset_item" ? 0 : a.notMember(o, "/object", x, k49));
  (x = v["source"]) === undefined || (r++, x === "search" || x === "import" ? 0 : a.notMember(o, "/source", x, k50));
  (x = v["sourceId"]) === undefined || (r++, typeof x === "string" ? 0 : a.type(o, "/sourceId", "string", x));
  (x = v["websetId"]) === undefined || (r++, typeof x === "string" ? 0 : a.type(o, "/websetId", "string", x));
  (x = v["properties"]) === undefined || (r++, a.at(o, "/properties", checkItemProperties, x));
  (x = v["evaluations"]) === undefined || (r++, Array.isArray(x) ? a.each(o, "/evaluations", checkItemEvaluation, x) : a.type(o, "/evaluations", "array", x));
  (x = v["enrichments"]) === undefined || (r++, Array.isArray(x) ? a.each(o, "/enrichments", checkEnrichmentResult, x) : x === null ? 0 : a.type(o, "/enrichments", ["array","null"], x));
  (x = v["createdAt"]) === undefined || (r++, typeof x === "string" ? a.matches(o, "/createdAt", f.dateTime(x), "format", "date-time") : a.type(o, "/createdAt", "string", x));
  (x = v["updatedAt"]) === undefined || (r++, typeof x === "string" ? a.matches(o, "/updatedAt", f.dateTime(x), "format", "date-time") : a.type(o, "/updatedAt", "string", x));
  r === 10 && r === a.size(v) || a.members(o, v, k68, 10);
};
const checkItemProperties: Check = (v: any, o) => {
  checkItemPropertiesVariant(v, o);
};
const checkItemPropertiesVariant: Check = (v: any, o) => {
  if (!a.isObject(v)) return a.type(o, "", "object", v);
  const tag = v["type"];
  switch (tag) {
    case "person":
      return checkPersonItem(v, o);
    case "company":
      return checkCompanyItem(v, o);
    case "article":
      return checkArticleItem(v, o);
    case "research_paper":
      return checkResearchPaperItem(v, o);
    case "custom":
      return checkCustomItem(v, o);
  }
  tag === undefined ? a.missing(o, "type") : a.notMember(o, "/type", tag, k60);
};
const checkPersonItem: Check = (v: any, o) => {
  if (!a.isObject(v)) return a.type(o, "", "object", v);
  let x: any, r = 0;
  (x = v["type"]) === undefined || (r++, x === "person" ? 0 : a.notMember(o, "/type", x, k7));
  (x = v["url"]) === undefined || (r++, typeof x === "string" ? a.matches(o, "/url", f.uri(x), "format", "uri") : a.type(o, "/url", "string", x));
  (x = v["description"]) === undefined || (r++, typeof x === "string" ? 0 : a.type(o, "/description", "string", x));
  (x = v["person"]) === undefined || (r++, a.at(o, "/person", checkPerson, x));
  r === 4 && r === a.size(v) || a.members(o, v, k53, 4);
};
const checkPerson: Check = (v: any, o) => {
  if (!a.isObject(v)) return a.type(o, "", "object", v);
  let x: any, r = 0;
  (x = v["name"]) === undefined || (r++, typeof x === "string" ? 0 : a.type(o, "/name", "string", x));
  (x = v["location"]) === undefined || (r++, typeof x === "string" ? 0 : x === null ? 0 : a.type(o, "/location", ["string","null"], x));
  (x = v["position"]) === undefined || (r++, typeof x === "string" ? 0 : x === null ? 0 : a.type(o, "/position", ["string","null"], x));
  (x = v["company"]) === undefined || (r++, x === null ? 0 : a.at(o, "/company", checkEmployer, x));
  (x = v["pictureUrl"]) === undefined || (r++, typeof x === "string" ? a.matches(o, "/pictureUrl", f.uri(x), "format", "uri") : x === null ? 0 : a.type(o, "/pictureUrl", ["string","null"], x));
  r === 5 && r === a.size(v) || a.members(o, v, k52, 5);
};
const checkEmployer: Check = (v: any, o) => {
  if (!a.isObject(v)) return a.type(o, "", "object", v);
  let x: any, r = 0;
  (x = v["name"]) === undefined || (r++, typeof x === "string" ? 0 : a.type(o, "/name", "string", x));
  (x = v["location"]) === undefined || (r++, typeof x === "string" ? 0 : x === null ? 0 : a.type(o, "/location", ["string","null"], x));
  r === 2 && r === a.size(v) || a.members(o, v, k51, 2);
};
const checkCompanyItem: Check = (v: any, o) => {
  if (!a.isObject(v)) return a.type(o, "", "object", v);
  let x: any, r = 0;
  (x = v["type"]) === undefined || (r++, x === "company" ? 0 : a.notMember(o, "/type", x, k5));
  (x = v["url"]) === undefined || (r++, typeof x === "string" ? a.matches(o, "/url", f.uri(x), "format", "uri") : a.type(o, "/url", "string", x));
  (x = v["description"]) === undefined || (r++, typeof x === "string" ? 0 : a.type(o, "/description", "string", x));
  (x = v["content"]) === undefined || (r++, typeof x === "string" ? 0 : x === null ? 0 : a.type(o, "/content", ["string","null"], x));
  (x = v["company"]) === undefined || (r++, a.at(o, "/company", checkCompany, x));
  r === 5 && r === a.size(v) || a.members(o, v, k55, 5);
};
const checkCompany: Check = (v: any, o) => {
  if (!a.isObject(v)) return a.type(o, "", "object", v);
  let x: any, r = 0;
  (x = v["name"]) === undefined || (r++, typeof x === "string" ? 0 : a.type(o, "/name", "string", x));
  (x = v["location"]) === undefined || (r++, typeof x === "string" ? 0 : x === null ? 0 : a.type(o, "/location", ["string","null"], x));
  (x = v["employees"]) === undefined || (r++, typeof x === "number" ? 0 : x === null ? 0 : a.type(o, "/employees", ["number","null"], x));
  (x = v["industry"]) === undefined || (r++, typeof x === "string" ? 0 : x === null ? 0 : a.type(o, "/industry", ["string","null"], x));
  (x = v["about"]) === undefined || (r++, typeof x === "string" ? 0 : x === null ? 0 : a.type(o, "/about", ["string","null"], x));
  (x = v["logoUrl"]) === undefined || (r++, typeof x === "string" ? a.matches(o, "/logoUrl", f.uri(x), "format", "uri") : x === null ? 0 : a.type(o, "/logoUrl", ["string","null"], x));
  r === 6 && r === a.size(v) || a.members(o, v, k54, 6);
};
const checkArticleItem: Check = (v: any, o) => {
  if (!a.isObject(v)) return a.type(o, "", "object", v);
  let x: any, r = 0;
  (x = v["type"]) === undefined || (r++, x === "article" ? 0 : a.notMember(o, "/type", x, k8));
  (x = v["url"]) === undefined || (r++, typeof x === "string" ? a.matches(o, "/url", f.uri(x), "format", "uri") : a.type(o, "/url", "string", x));
  (x = v["description"]) === undefined || (r++, typeof x === "string" ? 0 : a.type(o, "/description", "string", x));
  (x = v["content"]) === undefined || (r++, typeof x === "string" ? 0 : x === null ? 0 : a.type(o, "/content", ["string","null"], x));
  (x = v["article"]) === undefined || (r++, a.at(o, "/article", checkPublication, x));
  r === 5 && r === a.size(v) || a.members(o, v, k57, 5);
};
const checkPublication: Check = (v: any, o) => {
  if (!a.isObject(v)) return a.type(o, "", "object", v);
  let x: any, r = 0;
  (x = v["title"]) === undefined || (r++, typeof x === "string" ? 0 : x === null ? 0 : a.type(o, "/title", ["string","null"], x));
  (x = v["author"]) === undefined || (r++, typeof x === "string" ? 0 : x === null ? 0 : a.type(o, "/author", ["string","null"], x));
  (x = v["publishedAt"]) === undefined || (r++, typeof x === "string" ? 0 : x === null ? 0 : a.type(o, "/publishedAt", ["string","null"], x));
  r === 3 && r === a.size(v) || a.members(o, v, k56, 3);
};
const checkResearchPaperItem: Check = (v: any, o) => {
  if (!a.isObject(v)) return a.type(o, "", "object", v);
  let x: any, r = 0;
  (x = v["type"]) === undefined || (r++, x === "research_paper" ? 0 : a.notMember(o, "/type", x, k9));
  (x = v["url"]) === undefined || (r++, typeof x === "string" ? a.matches(o, "/url", f.uri(x), "format", "uri") : a.type(o, "/url", "string", x));
  (x = v["description"]) === undefined || (r++, typeof x === "string" ? 0 : a.type(o, "/description", "string", x));
  (x = v["content"]) === undefined || (r++, typeof x === "string" ? 0 : x === null ? 0 : a.type(o, "/content", ["string","null"], x));
  (x = v["researchPaper"]) === undefined || (r++, a.at(o, "/researchPaper", checkPublication, x));
  r === 5 && r === a.size(v) || a.members(o, v, k58, 5);
};
const checkCustomItem: Check = (v: any, o) => {
  if (!a.isObject(v)) return a.type(o, "", "object", v);
  let x: any, r = 0;
  (x = v["type"]) === undefined || (r++, x === "custom" ? 0 : a.notMember(o, "/type", x, k10));
  (x = v["url"]) === undefined || (r++, typeof x === "string" ? a.matches(o, "/url", f.uri(x), "format", "uri") : a.type(o, "/url", "string", x));
  (x = v["description"]) === undefined || (r++, typeof x === "string" ? 0 : a.type(o, "/description", "string", x));
  (x = v["content"]) === undefined || (r++, typeof x === "string" ? 0 : x === null ? 0 : a.type(o, "/content", ["string","null"], x));
  (x = v["custom"]) === undefined || (r++, a.at(o, "/custom", checkPublication, x));
  r === 5 && r === a.size(v) || a.members(o, v, k59, 5);
};
const checkItemEvaluation: Check = (v: any, o) => {
  if (!a.isObject(v)) return a.type(o, "", "object", v);
  let x: any, r = 0, n = 0;
  (x = v["criterion"]) === undefined || (r++, typeof x === "string" ? 0 : a.type(o, "/criterion", "string", x));
  (x = v["reasoning"]) === undefined || (r++, typeof x === "string" ? 0 : a.type(o, "/reasoning", "string", x));
  (x = v["satisfied"]) === undefined || (r++, a.member(o, "/satisfied", x, k61));
  (x = v["references"]) === undefined || (n++, Array.isArray(x) ? a.each(o, "/references", checkReference, x) : a.type(o, "/references", "array", x));
  r === 3 && r + n === a.size(v) || a.members(o, v, k63, 3);
};
const checkReference: Check = (v: any, o) => {
  if (!a.isObject(v)) return a.type(o, "", "object", v);
  let x: any, r = 0;
  (x = v["title"]) === undefined || (r++, typeof x === "string" ? 0 : x === null ? 0 : a.type(o, "/title", ["string","null"], x));
  (x = v["snippet"]) === undefined || (r++, typeof x === "string" ? 0 : x === null ? 0 : a.type(o, "/snippet", ["string","null"], x));
  (x = v["url"]) === undefined || (r++, typeof x === "string" ? a.matches(o, "/url", f.uri(x), "format", "uri") : a.type(o, "/url", "string", x));
  r === 3 && r === a.size(v) || a.members(o, v, k62, 3);
};
const checkEnrichmentResult: Check = (v: any, o) => {
  if (!a.isObject(v)) return a.type(o, "", "object", v);
  let x: any, r = 0;
  (x = v["object"]) === undefined || (r++, x === "enrichment_result" ? 0 : a.notMember(o, "/object", x, k64));
  (x = v["status"]) === undefined || (r++, a.member(o, "/status", x, k65));
  (x = v["format"]) === undefined || (r++, a.member(o, "/format", x, k66));
  (x = v["result"]) === undefined || (r++, Array.isArray(x) ? a.each(o, "/result", checkEnrichmentResultResultItem, x) : x === null ? 0 : a.type(o, "/result", ["array","null"], x));
  (x = v["reasoning"]) === undefined || (r++, typeof x === "string" ? 0 : x === null ? 0 : a.type(o, "/reasoning", ["string","null"], x));
  (x = v["references"]) === undefined || (r++, Array.isArray(x) ? a.each(o, "/references", checkReference, x) : a.type(o, "/references", "array", x));
  (x = v["enrichmentId"]) === undefined || (r++, typeof x === "string" ? 0 : a.type(o, "/enrichmentId", "string", x));
  r === 7 && r === a.size(v) || a.members(o, v, k67, 7);
};
const checkEnrichmentResultResultItem: Check = (v: any, o) => {
  typeof v === "string" ? 0 : a.type(o, "", "string", v);
};
const checkHeaderXRequestId: Check = (v: any, o) => {
  typeof v === "string" ? 0 : a.type(o, "", "string", v);
};
const checkHeaderXRateLimitLimit: Check = (v: any, o) => {
  Number.isInteger(v) ? 0 : a.type(o, "", "integer", v);
};
const checkHeaderXRateLimitRemaining: Check = (v: any, o) => {
  Number.isInteger(v) ? 0 : a.type(o, "", "integer", v);
};
const checkHeaderXRateLimitReset: Check = (v: any, o) => {
  Number.isInteger(v) ? 0 : a.type(o, "", "integer", v);
};
const checkHeaderRateLimitLimit: Check = (v: any, o) => {
  Number.isInteger(v) ? 0 : a.type(o, "", "integer", v);
};
const checkHeaderRateLimitRemaining: Check = (v: any, o) => {
  Number.isInteger(v) ? 0 : a.type(o, "", "integer", v);
};
const checkHeaderRateLimitReset: Check = (v: any, o) => {
  Number.isInteger(v) ? 0 : a.type(o, "", "integer", v);
};
const checkHeaderRateLimitPolicy: Check = (v: any, o) => {
  typeof v === "string" ? 0 : a.type(o, "", "string", v);
};
const checkError: Check = (v: any, o) => {
  if (!a.isObject(v)) return a.type(o, "", "object", v);
  let x: any, r = 0, n = 0;
  (x = v["error"]) === undefined || (r++, typeof x === "string" ? 0 : a.type(o, "/error", "string", x));
  (x = v["message"]) === undefined || (n++, typeof x === "string" ? 0 : a.type(o, "/message", "string", x));
  (x = v["tag"]) === undefined || (n++, typeof x === "string" ? 0 : a.type(o, "/tag", "string", x));
  (x = v["requestId"]) === undefined || (n++, typeof x === "string" ? 0 : a.type(o, "/requestId", "string", x));
  (x = v["path"]) === undefined || (n++, typeof x === "string" ? 0 : a.type(o, "/path", "string", x));
  (x = v["timestamp"]) === undefined || (n++, typeof x === "string" ? 0 : a.type(o, "/timestamp", "string", x));
  (x = v["statusCode"]) === undefined || (n++, typeof x === "number" ? 0 : a.type(o, "/statusCode", "number", x));
  r === 1 && r + n === a.size(v) || a.members(o, v, k71, 1);
};
const checkHeaderRetryAfter: Check = (v: any, o) => {
  typeof v === "string" ? 0 : a.type(o, "", "string", v);
};
const checkCreateWebset: Check = (v: any, o) => {
  if (!a.isObject(v)) return a.type(o, "", "object", v);
  let x: any, n = 0;
  (x = v["search"]) === undefined || (n++, a.at(o, "/search", checkCreateSearch, x));
  (x = v["import"]) === undefined || (n++, Array.isArray(x) ? a.each(o, "/import", checkSource, x) : a.type(o, "/import", "array", x));
  (x = v["enrichments"]) === undefined || (n++, Array.isArray(x) ? a.each(o, "/enrichments", checkCreateEnrichment, x) : a.type(o, "/enrichments", "array", x));
  (x = v["exclude"]) === undefined || (n++, Array.isArray(x) ? a.each(o, "/exclude", checkSource, x) : a.type(o, "/exclude", "array", x));
  (x = v["externalId"]) === undefined || (n++, typeof x === "string" ? a.length(o, "/externalId", x, 0, 300) : a.type(o, "/externalId", "string", x));
  (x = v["metadata"]) === undefined || (n++, a.at(o, "/metadata", checkMetadata, x));
  n === a.size(v) || a.members(o, v, k74, 0);
};
const checkCreateSearch: Check = (v: any, o) => {
  if (!a.isObject(v)) return a.type(o, "", "object", v);
  let x: any, r = 0, n = 0;
  (x = v["query"]) === undefined || (r++, typeof x === "string" ? a.length(o, "/query", x, 1, 5000) : a.type(o, "/query", "string", x));
  (x = v["count"]) === undefined || (n++, typeof x === "number" ? a.bound(o, "/count", x >= 1, "minimum", 1, x) : a.type(o, "/count", "number", x));
  (x = v["entity"]) === undefined || (n++, a.at(o, "/entity", checkEntity, x));
  (x = v["criteria"]) === undefined || (n++, Array.isArray(x) ? (a.bound(o, "/criteria", x.length >= 1, "minItems", 1, x.length), a.bound(o, "/criteria", x.length <= 5, "maxItems", 5, x.length), a.each(o, "/criteria", checkCreateCriterion, x)) : a.type(o, "/criteria", "array", x));
  (x = v["recall"]) === undefined || (n++, typeof x === "boolean" ? 0 : a.type(o, "/recall", "boolean", x));
  (x = v["exclude"]) === undefined || (n++, Array.isArray(x) ? a.each(o, "/exclude", checkSource, x) : a.type(o, "/exclude", "array", x));
  (x = v["scope"]) === undefined || (n++, Array.isArray(x) ? a.each(o, "/scope", checkScope, x) : a.type(o, "/scope", "array", x));
  r === 1 && r + n === a.size(v) || a.members(o, v, k72, 1);
};
const checkCreateCriterion: Check = (v: any, o) => {
  if (!a.isObject(v)) return a.type(o, "", "object", v);
  let x: any, r = 0;
  (x = v["description"]) === undefined || (r++, typeof x === "string" ? a.length(o, "/description", x, 1, 1000) : a.type(o, "/description", "string", x));
  r === 1 && r === a.size(v) || a.members(o, v, k41, 1);
};
const checkSource: Check = (v: any, o) => {
  if (!a.isObject(v)) return a.type(o, "", "object", v);
  let x: any, r = 0;
  (x = v["source"]) === undefined || (r++, x === "import" || x === "webset" ? 0 : a.notMember(o, "/source", x, k15));
  (x = v["id"]) === undefined || (r++, typeof x === "string" ? a.length(o, "/id", x, 1, Infinity) : a.type(o, "/id", "string", x));
  r === 2 && r === a.size(v) || a.members(o, v, k16, 2);
};
const checkScope: Check = (v: any, o) => {
  if (!a.isObject(v)) return a.type(o, "", "object", v);
  let x: any, r = 0, n = 0;
  (x = v["source"]) === undefined || (r++, x === "import" || x === "webset" ? 0 : a.notMember(o, "/source", x, k15));
  (x = v["id"]) === undefined || (r++, typeof x === "string" ? a.length(o, "/id", x, 1, Infinity) : a.type(o, "/id", "string", x));
  (x = v["relationship"]) === undefined || (n++, a.at(o, "/relationship", checkScopeRelationship, x));
  r === 2 && r + n === a.size(v) || a.members(o, v, k18, 2);
};
const checkCreateEnrichment: Check = (v: any, o) => {
  if (!a.isObject(v)) return a.type(o, "", "object", v);
  let x: any, r = 0, n = 0;
  (x = v["description"]) === undefined || (r++, typeof x === "string" ? a.length(o, "/description", x, 1, 5000) : a.type(o, "/description", "string", x));
  (x = v["format"]) === undefined || (n++, a.member(o, "/format", x, k66));
  (x = v["options"]) === undefined || (n++, Array.isArray(x) ? (a.bound(o, "/options", x.length >= 1, "minItems", 1, x.length), a.bound(o, "/options", x.length <= 150, "maxItems", 150, x.length), a.each(o, "/options", checkEnrichmentOption, x)) : a.type(o, "/options", "array", x));
  (x = v["metadata"]) === undefined || (n++, a.at(o, "/metadata", checkMetadata, x));
  r === 1 && r + n === a.size(v) || a.members(o, v, k73, 1);
};
const checkPathid: Check = (v: any, o) => {
  typeof v === "string" ? 0 : a.type(o, "", "string", v);
};
const checkUpdateWebset: Check = (v: any, o) => {
  if (!a.isObject(v)) return a.type(o, "", "object", v);
  let x: any, n = 0;
  (x = v["metadata"]) === undefined || (n++, x === null ? 0 : a.at(o, "/metadata", checkMetadata, x));
  (x = v["title"]) === undefined || (n++, typeof x === "string" ? 0 : x === null ? 0 : a.type(o, "/title", ["string","null"], x));
  n === a.size(v) || a.members(o, v, k75, 0);
};
const checkQueryexpand: Check = (v: any, o) => {
  Array.isArray(v) ? a.each(o, "", checkQueryexpandItem, v) : a.type(o, "", "array", v);
};
const checkQueryexpandItem: Check = (v: any, o) => {
  v === "items" ? 0 : a.notMember(o, "", v, k76);
};
const headers1: Headers = { "x-request-id": { required: false, as: "string", check: checkHeaderXRequestId }, "x-ratelimit-limit": { required: false, as: "number", check: checkHeaderXRateLimitLimit }, "x-ratelimit-remaining": { required: false, as: "number", check: checkHeaderXRateLimitRemaining }, "x-ratelimit-reset": { required: false, as: "number", check: checkHeaderXRateLimitReset }, "ratelimit-limit": { required: false, as: "number", check: checkHeaderRateLimitLimit }, "ratelimit-remaining": { required: false, as: "number", check: checkHeaderRateLimitRemaining }, "ratelimit-reset": { required: false, as: "number", check: checkHeaderRateLimitReset }, "ratelimit-policy": { required: false, as: "string", check: checkHeaderRateLimitPolicy } };
const headers2: Headers = { "x-request-id": { required: false, as: "string", check: checkHeaderXRequestId }, "x-ratelimit-limit": { required: false, as: "number", check: checkHeaderXRateLimitLimit }, "x-ratelimit-remaining": { required: false, as: "number", check: checkHeaderXRateLimitRemaining }, "x-ratelimit-reset": { required: false, as: "number", check: checkHeaderXRateLimitReset }, "ratelimit-limit": { required: false, as: "number", check: checkHeaderRateLimitLimit }, "ratelimit-remaining": { required: false, as: "number", check: checkHeaderRateLimitRemaining }, "ratelimit-reset": { required: false, as: "number", check: checkHeaderRateLimitReset }, "ratelimit-policy": { required: false, as: "string", check: checkHeaderRateLimitPolicy }, "retry-after": { required: false, as: "string", check: checkHeaderRetryAfter } };

/** The contract of `openapi/websets.yaml`, compiled. */
export const compiled: CompiledContract = {
  servers: ["https://api.exa.ai/websets"],
  operations: [
    {
      name: "GET /v0/websets",
      method: "GET",
      path: /^\/v0\/websets$/,
      pathParameters: [],
      query: { "cursor": { required: false, as: "string", check: checkQuerycursor }, "limit": { required: false, as: "number", check: checkQuerylimit } },
      headers: {  },
      security: [["x-api-key"]],
      responses: {
        "200": { headers: headers1, content: { "application/json": checkWebsetPage } },
        "400": { headers: headers1, content: { "application/json": checkError } },
        "401": { headers: headers1, content: { "application/json": checkError } },
        "402": { headers: headers1, content: { "application/json": checkError } },
        "403": { headers: headers1, content: { "application/json": checkError } },
        "422": { headers: headers1, content: { "application/json": checkError } },
        "429": { headers: headers2, content: { "application/json": checkError } },
        "500": { headers: headers1, content: { "application/json": checkError } },
        "502": { headers: headers1, content: { "application/json": checkError } },
        "503": { headers: headers2, content: { "application/json": checkError } },
        "504": { headers: headers1, content: { "application/json": checkError } },
      },
    },
    {
      name: "POST /v0/websets",
      method: "POST",
      path: /^\/v0\/websets$/,
      pathParameters: [],
      query: {  },
      headers: {  },
      security: [["x-api-key"]],
      requestBody: { required: true, content: { "application/json": checkCreateWebset } },
      responses: {
        "201": { headers: headers1, content: { "application/json": checkWebset } },
        "400": { headers: headers1, content: { "application/json": checkError } },
        "401": { headers: headers1, content: { "application/json": checkError } },
        "402": { headers: headers1, content: { "application/json": checkError } },
        "403": { headers: headers1, content: { "application/json": checkError } },
        "404": { headers: headers1, content: { "application/json": checkError } },
        "409": { headers: headers1, content: { "application/json": checkError } },
        "422": { headers: headers1, content: { "application/json": checkError } },
        "429": { headers: headers2, content: { "application/json": checkError } },
        "500": { headers: headers1, content: { "application/json": checkError } },
        "502": { headers: headers1, content: { "application/json": checkError } },
        "503": { headers: headers2, content: { "application/json": checkError } },
        "504": { headers: headers1, content: { "application/json": checkError } },
      },
      echo: [{"request":{"in":"body","pointer":"/externalId"},"response":["/externalId"]},{"request":{"in":"body","pointer":"/metadata"},"response":["/metadata"]}],
    },
    {
      name: "POST /v0/websets/{id}",
      method: "POST",
      path: /^\/v0\/websets\/([^/]+?)$/,
      pathParameters: [{ name: "id", required: true, as: "string", check: checkPathid }],
      query: {  },
      headers: {  },
      security: [["x-api-key"]],
      requestBody: { required: true, content: { "application/json": checkUpdateWebset } },
      responses: {
        "200": { headers: headers1, content: { "application/json": checkWebset } },
        "400": { headers: headers1, content: { "application/json": checkError } },
        "401": { headers: headers1, content: { "application/json": checkError } },
        "402": { headers: headers1, content: { "application/json": checkError } },
        "403": { headers: headers1, content: { "application/json": checkError } },
        "404": { headers: headers1, content: { "application/json": checkError } },
        "409": { headers: headers1, content: { "application/json": checkError } },
        "422": { headers: headers1, content: { "application/json": checkError } },
        "429": { headers: headers2, content: { "application/json": checkError } },
        "500": { headers: headers1, content: { "application/json": checkError } },
        "502": { headers: headers1, content: { "application/json": checkError } },
        "503": { headers: headers2, content: { "application/json": checkError } },
        "504": { headers: headers1, content: { "application/json": checkError } },
      },
      echo: [{"request":{"in":"path","name":"id"},"response":["/id","/externalId"]},{"request":{"in":"body","pointer":"/metadata"},"response":["/metadata"]}],
    },
    {
      name: "GET /v0/websets/{id}",
      method: "GET",
      path: /^\/v0\/websets\/([^/]+?)$/,
      pathParameters: [{ name: "id", required: true, as: "string", check: checkPathid }],
      query: { "expand": { required: false, as: "string", list: "repeat", check: checkQueryexpand } },
      headers: {  },
      security: [["x-api-key"]],
      responses: {
        "200": { headers: headers1, content: { "application/json": checkWebset } },
        "400": { headers: headers1, content: { "application/json": checkError } },
        "401": { headers: headers1, content: { "application/json": checkError } },
        "402": { headers: headers1, content: { "application/json": checkError } },
        "403": { headers: headers1, content: { "application/json": checkError } },
        "404": { headers: headers1, content: { "application/json": checkError } },
        "409": { headers: headers1, content: { "application/json": checkError } },
        "422": { headers: headers1, content: { "application/json": checkError } },
        "429": { headers: headers2, content: { "application/json": checkError } },
        "500": { headers: headers1, content: { "application/json": checkError } },
        "502": { headers: headers1, content: { "application/json": checkError } },
        "503": { headers: headers2, content: { "application/json": checkError } },
        "504": { headers: headers1, content: { "application/json": checkError } },
      },
      echo: [{"request":{"in":"path","name":"id"},"response":["/id","/externalId"]}],
    },
    {
      name: "DELETE /v0/websets/{id}",
      method: "DELETE",
      path: /^\/v0\/websets\/([^/]+?)$/,
      pathParameters: [{ name: "id", required: true, as: "string", check: checkPathid }],
      query: {  },
      headers: {  },
      security: [["x-api-key"]],
      responses: {
        "200": { headers: headers1, content: { "application/json": checkWebset } },
        "400": { headers: headers1, content: { "application/json": checkError } },
        "401": { headers: headers1, content: { "application/json": checkError } },
        "402": { headers: headers1, content: { "application/json": checkError } },
        "403": { headers: headers1, content: { "application/json": checkError } },
        "404": { headers: headers1, content: { "application/json": checkError } },
        "409": { headers: headers1, content: { "application/json": checkError } },
        "422": { headers: headers1, content: { "application/json": checkError } },
        "429": { headers: headers2, content: { "application/json": checkError } },
        "500": { headers: headers1, content: { "application/json": checkError } },
        "502": { headers: headers1, content: { "application/json": checkError } },
        "503": { headers: headers2, content: { "application/json": checkError } },
        "504": { headers: headers1, content: { "application/json": checkError } },
      },
      echo: [{"request":{"in":"path","name":"id"},"response":["/id","/externalId"]}],
    },
    {
      name: "POST /v0/websets/{id}/cancel",
      method: "POST",
      path: /^\/v0\/websets\/([^/]+?)\/cancel$/,
      pathParameters: [{ name: "id", required: true, as: "string", check: checkPathid }],
      query: {  },
      headers: {  },
      security: [["x-api-key"]],
      responses: {
        "200": { headers: headers1, content: { "application/json": checkWebset } },
        "400": { headers: headers1, content: { "application/json": checkError } },
        "401": { headers: headers1, content: { "application/json": checkError } },
        "402": { headers: headers1, content: { "application/json": checkError } },
        "403": { headers: headers1, content: { "application/json": checkError } },
        "404": { headers: headers1, content: { "application/json": checkError } },
        "409": { headers: headers1, content: { "application/json": checkError } },
        "422": { headers: headers1, content: { "application/json": checkError } },
        "429": { headers: headers2, content: { "application/json": checkError } },
        "500": { headers: headers1, content: { "application/json": checkError } },
        "502": { headers: headers1, content: { "application/json": checkError } },
        "503": { headers: headers2, content: { "application/json": checkError } },
        "504": { headers: headers1, content: { "application/json": checkError } },
      },
      echo: [{"request":{"in":"path","name":"id"},"response":["/id","/externalId"]}],
    },
  ],
};
