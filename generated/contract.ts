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
const k26: readonly Json[] = ["id","object","websetId","status","query","entity","criteria","count","behavior","exclude","scope","progress","recall","metadata","maxPeoplePerCompany","canceledAt","canceledReason","createdAt","updatedAt"];
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
const k42: readonly Json[] = ["query","criteria","entity","count","behavior"];
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
const k69: readonly Json[] = ["id","object","status","externalId","title","searches","imports","enrichments","monitors","streams","excludes","metadata","dashboardUrl","createdAt","updatedAt","items"];
const k70: readonly Json[] = ["data","hasMore","nextCursor"];
const k71: readonly Json[] = ["error","message","tag","requestId","path","timestamp","statusCode"];
const k72: readonly Json[] = ["query","count","entity","criteria","recall","exclude","scope"];
const k73: readonly Json[] = ["description","format","options","metadata"];
const k74: readonly Json[] = ["search","import","enrichments","exclude","externalId","metadata"];
const k75: readonly Json[] = ["metadata","title"];
const k76: readonly Json[] = ["items"];
const checkQuerycursor: Check = (v: any, o) => {
  typeof v === "string" ? (a.length(o, "", v, 1, Infinity)) : a.type(o, "", "string", v);
};
const checkQuerylimit: Check = (v: any, o) => {
  typeof v === "number" ? (a.bound(o, "", v >= 1, "minimum", 1, v), a.bound(o, "", v <= 100, "maximum", 100, v)) : a.type(o, "", "number", v);
};
const checkWebsetPage: Check = (v: any, o) => {
  if (!a.isObject(v)) return a.type(o, "", "object", v);
  let x, n = 0;
  (x = v["data"]) === undefined ? a.missing(o, "data") : (n++, Array.isArray(x) ? (a.each(o, "/data", checkWebset, x)) : a.type(o, "/data", "array", x));
  (x = v["hasMore"]) === undefined ? a.missing(o, "hasMore") : (n++, typeof x === "boolean" ? 0 : a.type(o, "/hasMore", "boolean", x));
  (x = v["nextCursor"]) === undefined ? a.missing(o, "nextCursor") : (n++, typeof x === "string" ? 0 : x === null ? 0 : a.type(o, "/nextCursor", ["string","null"], x));
  n === a.size(v) || a.strangers(o, v, k70, "undocumentedProperty");
};
const checkWebset: Check = (v: any, o) => {
  if (!a.isObject(v)) return a.type(o, "", "object", v);
  let x, n = 0;
  (x = v["id"]) === undefined ? a.missing(o, "id") : (n++, typeof x === "string" ? 0 : a.type(o, "/id", "string", x));
  (x = v["object"]) === undefined ? a.missing(o, "object") : (n++, x === "webset" ? 0 : a.notMember(o, "/object", x, k1));
  (x = v["status"]) === undefined ? a.missing(o, "status") : (n++, x === "idle" || x === "pending" || x === "running" || x === "paused" ? 0 : a.notMember(o, "/status", x, k2));
  (x = v["externalId"]) === undefined ? a.missing(o, "externalId") : (n++, typeof x === "string" ? 0 : x === null ? 0 : a.type(o, "/externalId", ["string","null"], x));
  (x = v["title"]) === undefined ? a.missing(o, "title") : (n++, typeof x === "string" ? 0 : x === null ? 0 : a.type(o, "/title", ["string","null"], x));
  (x = v["searches"]) === undefined ? a.missing(o, "searches") : (n++, Array.isArray(x) ? (a.each(o, "/searches", checkWebsetSearch, x)) : a.type(o, "/searches", "array", x));
  (x = v["imports"]) === undefined ? a.missing(o, "imports") : (n++, Array.isArray(x) ? (a.each(o, "/imports", checkImport, x)) : a.type(o, "/imports", "array", x));
  (x = v["enrichments"]) === undefined ? a.missing(o, "enrichments") : (n++, Array.isArray(x) ? (a.each(o, "/enrichments", checkWebsetEnrichment, x)) : a.type(o, "/enrichments", "array", x));
  (x = v["monitors"]) === undefined ? a.missing(o, "monitors") : (n++, Array.isArray(x) ? (a.each(o, "/monitors", checkMonitor, x)) : a.type(o, "/monitors", "array", x));
  (x = v["streams"]) === undefined ? 0 : (n++, Array.isArray(x) ? 0 : a.type(o, "/streams", "array", x));
  (x = v["excludes"]) === undefined ? 0 : (n++, Array.isArray(x) ? (a.each(o, "/excludes", checkSourceReference, x)) : a.type(o, "/excludes", "array", x));
  (x = v["metadata"]) === undefined ? a.missing(o, "metadata") : (n++, a.at(o, "/metadata", checkMetadata, x));
  (x = v["dashboardUrl"]) === undefined ? 0 : (n++, typeof x === "string" ? (a.matches(o, "/dashboardUrl", f.uri(x), "format", "uri")) : a.type(o, "/dashboardUrl", "string", x));
  (x = v["createdAt"]) === undefined ? a.missing(o, "createdAt") : (n++, typeof x === "string" ? (a.matches(o, "/createdAt", f.dateTime(x), "format", "date-time")) : a.type(o, "/createdAt", "string", x));
  (x = v["updatedAt"]) === undefined ? a.missing(o, "updatedAt") : (n++, typeof x === "string" ? (a.matches(o, "/updatedAt", f.dateTime(x), "format", "date-time")) : a.type(o, "/updatedAt", "string", x));
  (x = v["items"]) === undefined ? 0 : (n++, Array.isArray(x) ? (a.each(o, "/items", checkWebsetItem, x)) : a.type(o, "/items", "array", x));
  n === a.size(v) || a.strangers(o, v, k69, "undocumentedProperty");
};
const checkWebsetSearch: Check = (v: any, o) => {
  if (!a.isObject(v)) return a.type(o, "", "object", v);
  let x, n = 0;
  (x = v["id"]) === undefined ? a.missing(o, "id") : (n++, typeof x === "string" ? 0 : a.type(o, "/id", "string", x));
  (x = v["object"]) === undefined ? a.missing(o, "object") : (n++, x === "webset_search" ? 0 : a.notMember(o, "/object", x, k3));
  (x = v["websetId"]) === undefined ? 0 : (n++, typeof x === "string" ? 0 : a.type(o, "/websetId", "string", x));
  (x = v["status"]) === undefined ? a.missing(o, "status") : (n++, x === "created" || x === "pending" || x === "running" || x === "completed" || x === "canceled" ? 0 : a.notMember(o, "/status", x, k4));
  (x = v["query"]) === undefined ? a.missing(o, "query") : (n++, typeof x === "string" ? (a.length(o, "/query", x, 1, 5000)) : a.type(o, "/query", "string", x));
  (x = v["entity"]) === undefined ? a.missing(o, "entity") : (n++, x === null ? 0 : a.at(o, "/entity", checkEntity, x));
  (x = v["criteria"]) === undefined ? a.missing(o, "criteria") : (n++, Array.isArray(x) ? (a.each(o, "/criteria", checkSearchCriterion, x)) : a.type(o, "/criteria", "array", x));
  (x = v["count"]) === undefined ? a.missing(o, "count") : (n++, typeof x === "number" ? (a.bound(o, "/count", x >= 1, "minimum", 1, x)) : a.type(o, "/count", "number", x));
  (x = v["behavior"]) === undefined ? a.missing(o, "behavior") : (n++, x === "override" || x === "append" ? 0 : a.notMember(o, "/behavior", x, k14));
  (x = v["exclude"]) === undefined ? a.missing(o, "exclude") : (n++, Array.isArray(x) ? (a.each(o, "/exclude", checkSourceReference, x)) : a.type(o, "/exclude", "array", x));
  (x = v["scope"]) === undefined ? 0 : (n++, Array.isArray(x) ? (a.each(o, "/scope", checkScopeReference, x)) : a.type(o, "/scope", "array", x));
  (x = v["progress"]) === undefined ? a.missing(o, "progress") : (n++, a.at(o, "/progress", checkSearchProgress, x));
  (x = v["recall"]) === undefined ? a.missing(o, "recall") : (n++, x === null ? 0 : a.at(o, "/recall", checkSearchRecall, x));
  (x = v["metadata"]) === undefined ? a.missing(o, "metadata") : (n++, a.at(o, "/metadata", checkMetadata, x));
  (x = v["maxPeoplePerCompany"]) === undefined ? 0 : (n++, typeof x === "number" ? 0 : x === null ? 0 : a.type(o, "/maxPeoplePerCompany", ["number","null"], x));
  (x = v["canceledAt"]) === undefined ? a.missing(o, "canceledAt") : (n++, typeof x === "string" ? (a.matches(o, "/canceledAt", f.dateTime(x), "format", "date-time")) : x === null ? 0 : a.type(o, "/canceledAt", ["string","null"], x));
  (x = v["canceledReason"]) === undefined ? a.missing(o, "canceledReason") : (n++, x === "webset_deleted" || x === "webset_canceled" || x === null ? 0 : a.notMember(o, "/canceledReason", x, k25));
  (x = v["createdAt"]) === undefined ? a.missing(o, "createdAt") : (n++, typeof x === "string" ? (a.matches(o, "/createdAt", f.dateTime(x), "format", "date-time")) : a.type(o, "/createdAt", "string", x));
  (x = v["updatedAt"]) === undefined ? a.missing(o, "updatedAt") : (n++, typeof x === "string" ? (a.matches(o, "/updatedAt", f.dateTime(x), "format", "date-time")) : a.type(o, "/updatedAt", "string", x));
  n === a.size(v) || a.strangers(o, v, k26, "undocumentedProperty");
};
const checkEntity: Check = (v: any, o) => {
  a.at(o, "", checkCheckEntityVariant, v);
};
const checkCompanyEntity: Check = (v: any, o) => {
  if (!a.isObject(v)) return a.type(o, "", "object", v);
  let x, n = 0;
  (x = v["type"]) === undefined ? a.missing(o, "type") : (n++, x === "company" ? 0 : a.notMember(o, "/type", x, k5));
  n === a.size(v) || a.strangers(o, v, k6, "undocumentedProperty");
};
const checkPersonEntity: Check = (v: any, o) => {
  if (!a.isObject(v)) return a.type(o, "", "object", v);
  let x, n = 0;
  (x = v["type"]) === undefined ? a.missing(o, "type") : (n++, x === "person" ? 0 : a.notMember(o, "/type", x, k7));
  n === a.size(v) || a.strangers(o, v, k6, "undocumentedProperty");
};
const checkArticleEntity: Check = (v: any, o) => {
  if (!a.isObject(v)) return a.type(o, "", "object", v);
  let x, n = 0;
  (x = v["type"]) === undefined ? a.missing(o, "type") : (n++, x === "article" ? 0 : a.notMember(o, "/type", x, k8));
  n === a.size(v) || a.strangers(o, v, k6, "undocumentedProperty");
};
const checkResearchPaperEntity: Check = (v: any, o) => {
  if (!a.isObject(v)) return a.type(o, "", "object", v);
  let x, n = 0;
  (x = v["type"]) === undefined ? a.missing(o, "type") : (n++, x === "research_paper" ? 0 : a.notMember(o, "/type", x, k9));
  n === a.size(v) || a.strangers(o, v, k6, "undocumentedProperty");
};
const checkCustomEntity: Check = (v: any, o) => {
  if (!a.isObject(v)) return a.type(o, "", "object", v);
  let x, n = 0;
  (x = v["type"]) === undefined ? a.missing(o, "type") : (n++, x === "custom" ? 0 : a.notMember(o, "/type", x, k10));
  (x = v["description"]) === undefined ? a.missing(o, "description") : (n++, typeof x === "string" ? (a.length(o, "/description", x, 2, 200)) : a.type(o, "/description", "string", x));
  n === a.size(v) || a.strangers(o, v, k11, "undocumentedProperty");
};
const checkCheckEntityVariant: Check = (v: any, o) => {
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
const checkSearchCriterion: Check = (v: any, o) => {
  if (!a.isObject(v)) return a.type(o, "", "object", v);
  let x, n = 0;
  (x = v["description"]) === undefined ? a.missing(o, "description") : (n++, typeof x === "string" ? (a.length(o, "/description", x, 1, 1000)) : a.type(o, "/description", "string", x));
  (x = v["successRate"]) === undefined ? a.missing(o, "successRate") : (n++, typeof x === "number" ? (a.bound(o, "/successRate", x >= 0, "minimum", 0, x), a.bound(o, "/successRate", x <= 100, "maximum", 100, x)) : a.type(o, "/successRate", "number", x));
  n === a.size(v) || a.strangers(o, v, k13, "undocumentedProperty");
};
const checkSourceReference: Check = (v: any, o) => {
  if (!a.isObject(v)) return a.type(o, "", "object", v);
  let x, n = 0;
  (x = v["source"]) === undefined ? a.missing(o, "source") : (n++, x === "import" || x === "webset" ? 0 : a.notMember(o, "/source", x, k15));
  (x = v["id"]) === undefined ? a.missing(o, "id") : (n++, typeof x === "string" ? 0 : a.type(o, "/id", "string", x));
  n === a.size(v) || a.strangers(o, v, k16, "undocumentedProperty");
};
const checkScopeReference: Check = (v: any, o) => {
  if (!a.isObject(v)) return a.type(o, "", "object", v);
  let x, n = 0;
  (x = v["source"]) === undefined ? a.missing(o, "source") : (n++, x === "import" || x === "webset" ? 0 : a.notMember(o, "/source", x, k15));
  (x = v["id"]) === undefined ? a.missing(o, "id") : (n++, typeof x === "string" ? 0 : a.type(o, "/id", "string", x));
  (x = v["relationship"]) === undefined ? 0 : (n++, a.at(o, "/relationship", checkScopeRelationship, x));
  n === a.size(v) || a.strangers(o, v, k18, "undocumentedProperty");
};
const checkScopeRelationship: Check = (v: any, o) => {
  if (!a.isObject(v)) return a.type(o, "", "object", v);
  let x, n = 0;
  (x = v["definition"]) === undefined ? a.missing(o, "definition") : (n++, typeof x === "string" ? 0 : a.type(o, "/definition", "string", x));
  (x = v["limit"]) === undefined ? a.missing(o, "limit") : (n++, typeof x === "number" ? (a.bound(o, "/limit", x >= 1, "minimum", 1, x), a.bound(o, "/limit", x <= 10, "maximum", 10, x)) : a.type(o, "/limit", "number", x));
  n === a.size(v) || a.strangers(o, v, k17, "undocumentedProperty");
};
const checkSearchProgress: Check = (v: any, o) => {
  if (!a.isObject(v)) return a.type(o, "", "object", v);
  let x, n = 0;
  (x = v["found"]) === undefined ? a.missing(o, "found") : (n++, typeof x === "number" ? 0 : a.type(o, "/found", "number", x));
  (x = v["analyzed"]) === undefined ? a.missing(o, "analyzed") : (n++, typeof x === "number" ? 0 : a.type(o, "/analyzed", "number", x));
  (x = v["completion"]) === undefined ? a.missing(o, "completion") : (n++, typeof x === "number" ? (a.bound(o, "/completion", x >= 0, "minimum", 0, x), a.bound(o, "/completion", x <= 100, "maximum", 100, x)) : a.type(o, "/completion", "number", x));
  (x = v["timeLeft"]) === undefined ? a.missing(o, "timeLeft") : (n++, typeof x === "number" ? 0 : x === null ? 0 : a.type(o, "/timeLeft", ["number","null"], x));
  n === a.size(v) || a.strangers(o, v, k19, "undocumentedProperty");
};
const checkSearchRecall: Check = (v: any, o) => {
  if (!a.isObject(v)) return a.type(o, "", "object", v);
  let x, n = 0;
  (x = v["expected"]) === undefined ? a.missing(o, "expected") : (n++, a.at(o, "/expected", checkExpectedResults, x));
  (x = v["reasoning"]) === undefined ? a.missing(o, "reasoning") : (n++, typeof x === "string" ? 0 : a.type(o, "/reasoning", "string", x));
  n === a.size(v) || a.strangers(o, v, k23, "undocumentedProperty");
};
const checkExpectedResults: Check = (v: any, o) => {
  if (!a.isObject(v)) return a.type(o, "", "object", v);
  let x, n = 0;
  (x = v["total"]) === undefined ? a.missing(o, "total") : (n++, typeof x === "number" ? 0 : a.type(o, "/total", "number", x));
  (x = v["confidence"]) === undefined ? a.missing(o, "confidence") : (n++, x === "high" || x === "medium" || x === "low" ? 0 : a.notMember(o, "/confidence", x, k20));
  (x = v["bounds"]) === undefined ? a.missing(o, "bounds") : (n++, a.at(o, "/bounds", checkExpectedBounds, x));
  n === a.size(v) || a.strangers(o, v, k22, "undocumentedProperty");
};
const checkExpectedBounds: Check = (v: any, o) => {
  if (!a.isObject(v)) return a.type(o, "", "object", v);
  let x, n = 0;
  (x = v["min"]) === undefined ? a.missing(o, "min") : (n++, typeof x === "number" ? 0 : a.type(o, "/min", "number", x));
  (x = v["max"]) === undefined ? a.missing(o, "max") : (n++, typeof x === "number" ? 0 : a.type(o, "/max", "number", x));
  n === a.size(v) || a.strangers(o, v, k21, "undocumentedProperty");
};
const checkMetadata: Check = (v: any, o) => {
  if (!a.isObject(v)) return a.type(o, "", "object", v);
  a.others(o, v, k24, checkCheckMetadataValue);
};
const checkCheckMetadataValue: Check = (v: any, o) => {
  typeof v === "string" ? (a.length(o, "", v, 0, 1000)) : a.type(o, "", "string", v);
};
const checkImport: Check = (v: any, o) => {
  if (!a.isObject(v)) return a.type(o, "", "object", v);
  let x, n = 0;
  (x = v["id"]) === undefined ? a.missing(o, "id") : (n++, typeof x === "string" ? 0 : a.type(o, "/id", "string", x));
  (x = v["object"]) === undefined ? a.missing(o, "object") : (n++, x === "import" ? 0 : a.notMember(o, "/object", x, k27));
  (x = v["status"]) === undefined ? a.missing(o, "status") : (n++, x === "pending" || x === "processing" || x === "completed" || x === "failed" ? 0 : a.notMember(o, "/status", x, k28));
  (x = v["format"]) === undefined ? a.missing(o, "format") : (n++, x === "csv" || x === "webset" ? 0 : a.notMember(o, "/format", x, k29));
  (x = v["entity"]) === undefined ? a.missing(o, "entity") : (n++, x === null ? 0 : a.at(o, "/entity", checkEntity, x));
  (x = v["title"]) === undefined ? a.missing(o, "title") : (n++, typeof x === "string" ? 0 : a.type(o, "/title", "string", x));
  (x = v["count"]) === undefined ? a.missing(o, "count") : (n++, typeof x === "number" ? 0 : a.type(o, "/count", "number", x));
  (x = v["metadata"]) === undefined ? a.missing(o, "metadata") : (n++, a.at(o, "/metadata", checkMetadata, x));
  (x = v["failedReason"]) === undefined ? a.missing(o, "failedReason") : (n++, x === "invalid_format" || x === "invalid_file_content" || x === "missing_identifier" || x === null ? 0 : a.notMember(o, "/failedReason", x, k30));
  (x = v["failedAt"]) === undefined ? a.missing(o, "failedAt") : (n++, typeof x === "string" ? (a.matches(o, "/failedAt", f.dateTime(x), "format", "date-time")) : x === null ? 0 : a.type(o, "/failedAt", ["string","null"], x));
  (x = v["failedMessage"]) === undefined ? a.missing(o, "failedMessage") : (n++, typeof x === "string" ? 0 : x === null ? 0 : a.type(o, "/failedMessage", ["string","null"], x));
  (x = v["createdAt"]) === undefined ? a.missing(o, "createdAt") : (n++, typeof x === "string" ? (a.matches(o, "/createdAt", f.dateTime(x), "format", "date-time")) : a.type(o, "/createdAt", "string", x));
  (x = v["updatedAt"]) === undefined ? a.missing(o, "updatedAt") : (n++, typeof x === "string" ? (a.matches(o, "/updatedAt", f.dateTime(x), "format", "date-time")) : a.type(o, "/updatedAt", "string", x));
  n === a.size(v) || a.strangers(o, v, k31, "undocumentedProperty");
};
const checkWebsetEnrichment: Check = (v: any, o) => {
  if (!a.isObject(v)) return a.type(o, "", "object", v);
  let x, n = 0;
  (x = v["id"]) === undefined ? a.missing(o, "id") : (n++, typeof x === "string" ? 0 : a.type(o, "/id", "string", x));
  (x = v["object"]) === undefined ? a.missing(o, "object") : (n++, x === "webset_enrichment" ? 0 : a.notMember(o, "/object", x, k32));
  (x = v["status"]) === undefined ? a.missing(o, "status") : (n++, x === "pending" || x === "canceled" || x === "completed" ? 0 : a.notMember(o, "/status", x, k33));
  (x = v["websetId"]) === undefined ? a.missing(o, "websetId") : (n++, typeof x === "string" ? 0 : a.type(o, "/websetId", "string", x));
  (x = v["title"]) === undefined ? a.missing(o, "title") : (n++, typeof x === "string" ? 0 : x === null ? 0 : a.type(o, "/title", ["string","null"], x));
  (x = v["description"]) === undefined ? a.missing(o, "description") : (n++, typeof x === "string" ? 0 : a.type(o, "/description", "string", x));
  (x = v["format"]) === undefined ? a.missing(o, "format") : (n++, x === "text" || x === "date" || x === "number" || x === "options" || x === "email" || x === "phone" || x === "url" || x === null ? 0 : a.notMember(o, "/format", x, k34));
  (x = v["options"]) === undefined ? a.missing(o, "options") : (n++, Array.isArray(x) ? (a.each(o, "/options", checkEnrichmentOption, x)) : x === null ? 0 : a.type(o, "/options", ["array","null"], x));
  (x = v["instructions"]) === undefined ? a.missing(o, "instructions") : (n++, typeof x === "string" ? 0 : x === null ? 0 : a.type(o, "/instructions", ["string","null"], x));
  (x = v["metadata"]) === undefined ? a.missing(o, "metadata") : (n++, a.at(o, "/metadata", checkMetadata, x));
  (x = v["createdAt"]) === undefined ? a.missing(o, "createdAt") : (n++, typeof x === "string" ? (a.matches(o, "/createdAt", f.dateTime(x), "format", "date-time")) : a.type(o, "/createdAt", "string", x));
  (x = v["updatedAt"]) === undefined ? a.missing(o, "updatedAt") : (n++, typeof x === "string" ? (a.matches(o, "/updatedAt", f.dateTime(x), "format", "date-time")) : a.type(o, "/updatedAt", "string", x));
  n === a.size(v) || a.strangers(o, v, k36, "undocumentedProperty");
};
const checkEnrichmentOption: Check = (v: any, o) => {
  if (!a.isObject(v)) return a.type(o, "", "object", v);
  let x, n = 0;
  (x = v["label"]) === undefined ? a.missing(o, "label") : (n++, typeof x === "string" ? 0 : a.type(o, "/label", "string", x));
  n === a.size(v) || a.strangers(o, v, k35, "undocumentedProperty");
};
const checkMonitor: Check = (v: any, o) => {
  if (!a.isObject(v)) return a.type(o, "", "object", v);
  let x, n = 0;
  (x = v["id"]) === undefined ? a.missing(o, "id") : (n++, typeof x === "string" ? 0 : a.type(o, "/id", "string", x));
  (x = v["object"]) === undefined ? a.missing(o, "object") : (n++, x === "monitor" ? 0 : a.notMember(o, "/object", x, k37));
  (x = v["status"]) === undefined ? a.missing(o, "status") : (n++, x === "enabled" || x === "disabled" ? 0 : a.notMember(o, "/status", x, k38));
  (x = v["websetId"]) === undefined ? a.missing(o, "websetId") : (n++, typeof x === "string" ? 0 : a.type(o, "/websetId", "string", x));
  (x = v["cadence"]) === undefined ? a.missing(o, "cadence") : (n++, a.at(o, "/cadence", checkMonitorCadence, x));
  (x = v["behavior"]) === undefined ? a.missing(o, "behavior") : (n++, a.at(o, "/behavior", checkMonitorBehavior, x));
  (x = v["lastRun"]) === undefined ? a.missing(o, "lastRun") : (n++, x === null ? 0 : a.at(o, "/lastRun", checkMonitorRun, x));
  (x = v["nextRunAt"]) === undefined ? a.missing(o, "nextRunAt") : (n++, typeof x === "string" ? (a.matches(o, "/nextRunAt", f.dateTime(x), "format", "date-time")) : x === null ? 0 : a.type(o, "/nextRunAt", ["string","null"], x));
  (x = v["metadata"]) === undefined ? a.missing(o, "metadata") : (n++, a.at(o, "/metadata", checkMetadata, x));
  (x = v["createdAt"]) === undefined ? a.missing(o, "createdAt") : (n++, typeof x === "string" ? (a.matches(o, "/createdAt", f.dateTime(x), "format", "date-time")) : a.type(o, "/createdAt", "string", x));
  (x = v["updatedAt"]) === undefined ? a.missing(o, "updatedAt") : (n++, typeof x === "string" ? (a.matches(o, "/updatedAt", f.dateTime(x), "format", "date-time")) : a.type(o, "/updatedAt", "string", x));
  n === a.size(v) || a.strangers(o, v, k48, "undocumentedProperty");
};
const checkMonitorCadence: Check = (v: any, o) => {
  if (!a.isObject(v)) return a.type(o, "", "object", v);
  let x, n = 0;
  (x = v["cron"]) === undefined ? a.missing(o, "cron") : (n++, typeof x === "string" ? 0 : a.type(o, "/cron", "string", x));
  (x = v["timezone"]) === undefined ? 0 : (n++, typeof x === "string" ? 0 : a.type(o, "/timezone", "string", x));
  n === a.size(v) || a.strangers(o, v, k39, "undocumentedProperty");
};
const checkMonitorBehavior: Check = (v: any, o) => {
  if (!a.isObject(v)) return a.type(o, "", "object", v);
  let x, n = 0;
  (x = v["type"]) === undefined ? a.missing(o, "type") : (n++, x === "search" ? 0 : a.notMember(o, "/type", x, k40));
  (x = v["config"]) === undefined ? a.missing(o, "config") : (n++, a.at(o, "/config", checkMonitorSearchConfig, x));
  n === a.size(v) || a.strangers(o, v, k43, "undocumentedProperty");
};
const checkMonitorSearchConfig: Check = (v: any, o) => {
  if (!a.isObject(v)) return a.type(o, "", "object", v);
  let x, n = 0;
  (x = v["query"]) === undefined ? 0 : (n++, typeof x === "string" ? (a.length(o, "/query", x, 2, 10000)) : a.type(o, "/query", "string", x));
  (x = v["criteria"]) === undefined ? 0 : (n++, Array.isArray(x) ? (a.bound(o, "/criteria", x.length <= 5, "maxItems", 5, x.length), a.each(o, "/criteria", checkMonitorCriterion, x)) : a.type(o, "/criteria", "array", x));
  (x = v["entity"]) === undefined ? 0 : (n++, a.at(o, "/entity", checkEntity, x));
  (x = v["count"]) === undefined ? a.missing(o, "count") : (n++, typeof x === "number" ? (a.bound(o, "/count", x > 0, "exclusiveMinimum", 0, x)) : a.type(o, "/count", "number", x));
  (x = v["behavior"]) === undefined ? 0 : (n++, x === "override" || x === "append" ? 0 : a.notMember(o, "/behavior", x, k14));
  n === a.size(v) || a.strangers(o, v, k42, "undocumentedProperty");
};
const checkMonitorCriterion: Check = (v: any, o) => {
  if (!a.isObject(v)) return a.type(o, "", "object", v);
  let x, n = 0;
  (x = v["description"]) === undefined ? a.missing(o, "description") : (n++, typeof x === "string" ? (a.length(o, "/description", x, 2, 1000)) : a.type(o, "/description", "string", x));
  n === a.size(v) || a.strangers(o, v, k41, "undocumentedProperty");
};
const checkMonitorRun: Check = (v: any, o) => {
  if (!a.isObject(v)) return a.type(o, "", "object", v);
  let x, n = 0;
  (x = v["id"]) === undefined ? a.missing(o, "id") : (n++, typeof x === "string" ? 0 : a.type(o, "/id", "string", x));
  (x = v["object"]) === undefined ? a.missing(o, "object") : (n++, x === "monitor_run" ? 0 : a.notMember(o, "/object", x, k44));
  (x = v["status"]) === undefined ? a.missing(o, "status") : (n++, x === "created" || x === "running" || x === "completed" || x === "canceled" || x === "failed" ? 0 : a.notMember(o, "/status", x, k45));
  (x = v["monitorId"]) === undefined ? a.missing(o, "monitorId") : (n++, typeof x === "string" ? 0 : a.type(o, "/monitorId", "string", x));
  (x = v["type"]) === undefined ? a.missing(o, "type") : (n++, x === "search" || x === "refresh" ? 0 : a.notMember(o, "/type", x, k46));
  (x = v["completedAt"]) === undefined ? a.missing(o, "completedAt") : (n++, typeof x === "string" ? (a.matches(o, "/completedAt", f.dateTime(x), "format", "date-time")) : x === null ? 0 : a.type(o, "/completedAt", ["string","null"], x));
  (x = v["failedAt"]) === undefined ? a.missing(o, "failedAt") : (n++, typeof x === "string" ? (a.matches(o, "/failedAt", f.dateTime(x), "format", "date-time")) : x === null ? 0 : a.type(o, "/failedAt", ["string","null"], x));
  (x = v["failedReason"]) === undefined ? a.missing(o, "failedReason") : (n++, typeof x === "string" ? 0 : x === null ? 0 : a.type(o, "/failedReason", ["string","null"], x));
  (x = v["canceledAt"]) === undefined ? a.missing(o, "canceledAt") : (n++, typeof x === "string" ? (a.matches(o, "/canceledAt", f.dateTime(x), "format", "date-time")) : x === null ? 0 : a.type(o, "/canceledAt", ["string","null"], x));
  (x = v["createdAt"]) === undefined ? a.missing(o, "createdAt") : (n++, typeof x === "string" ? (a.matches(o, "/createdAt", f.dateTime(x), "format", "date-time")) : a.type(o, "/createdAt", "string", x));
  (x = v["updatedAt"]) === undefined ? a.missing(o, "updatedAt") : (n++, typeof x === "string" ? (a.matches(o, "/updatedAt", f.dateTime(x), "format", "date-time")) : a.type(o, "/updatedAt", "string", x));
  n === a.size(v) || a.strangers(o, v, k47, "undocumentedProperty");
};
const checkWebsetItem: Check = (v: any, o) => {
  if (!a.isObject(v)) return a.type(o, "", "object", v);
  let x, n = 0;
  (x = v["id"]) === undefined ? a.missing(o, "id") : (n++, typeof x === "string" ? 0 : a.type(o, "/id", "string", x));
  (x = v["object"]) === undefined ? a.missing(o, "object") : (n++, x === "webset_item" ? 0 : a.notMember(o, "/object", x, k49));
  (x = v["source"]) === undefined ? a.missing(o, "source") : (n++, x === "search" || x === "import" ? 0 : a.notMember(o, "/source", x, k50));
  (x = v["sourceId"]) === undefined ? a.missing(o, "sourceId") : (n++, typeof x === "string" ? 0 : a.type(o, "/sourceId", "string", x));
  (x = v["websetId"]) === undefined ? a.missing(o, "websetId") : (n++, typeof x === "string" ? 0 : a.type(o, "/websetId", "string", x));
  (x = v["properties"]) === undefined ? a.missing(o, "properties") : (n++, a.at(o, "/properties", checkItemProperties, x));
  (x = v["evaluations"]) === undefined ? a.missing(o, "evaluations") : (n++, Array.isArray(x) ? (a.each(o, "/evaluations", checkItemEvaluation, x)) : a.type(o, "/evaluations", "array", x));
  (x = v["enrichments"]) === undefined ? a.missing(o, "enrichments") : (n++, Array.isArray(x) ? (a.each(o, "/enrichments", checkEnrichmentResult, x)) : x === null ? 0 : a.type(o, "/enrichments", ["array","null"], x));
  (x = v["createdAt"]) === undefined ? a.missing(o, "createdAt") : (n++, typeof x === "string" ? (a.matches(o, "/createdAt", f.dateTime(x), "format", "date-time")) : a.type(o, "/createdAt", "string", x));
  (x = v["updatedAt"]) === undefined ? a.missing(o, "updatedAt") : (n++, typeof x === "string" ? (a.matches(o, "/updatedAt", f.dateTime(x), "format", "date-time")) : a.type(o, "/updatedAt", "string", x));
  n === a.size(v) || a.strangers(o, v, k68, "undocumentedProperty");
};
const checkItemProperties: Check = (v: any, o) => {
  a.at(o, "", checkCheckItemPropertiesVariant, v);
};
const checkPersonItem: Check = (v: any, o) => {
  if (!a.isObject(v)) return a.type(o, "", "object", v);
  let x, n = 0;
  (x = v["type"]) === undefined ? a.missing(o, "type") : (n++, x === "person" ? 0 : a.notMember(o, "/type", x, k7));
  (x = v["url"]) === undefined ? a.missing(o, "url") : (n++, typeof x === "string" ? (a.matches(o, "/url", f.uri(x), "format", "uri")) : a.type(o, "/url", "string", x));
  (x = v["description"]) === undefined ? a.missing(o, "description") : (n++, typeof x === "string" ? 0 : a.type(o, "/description", "string", x));
  (x = v["person"]) === undefined ? a.missing(o, "person") : (n++, a.at(o, "/person", checkPerson, x));
  n === a.size(v) || a.strangers(o, v, k53, "undocumentedProperty");
};
const checkPerson: Check = (v: any, o) => {
  if (!a.isObject(v)) return a.type(o, "", "object", v);
  let x, n = 0;
  (x = v["name"]) === undefined ? a.missing(o, "name") : (n++, typeof x === "string" ? 0 : a.type(o, "/name", "string", x));
  (x = v["location"]) === undefined ? a.missing(o, "location") : (n++, typeof x === "string" ? 0 : x === null ? 0 : a.type(o, "/location", ["string","null"], x));
  (x = v["position"]) === undefined ? a.missing(o, "position") : (n++, typeof x === "string" ? 0 : x === null ? 0 : a.type(o, "/position", ["string","null"], x));
  (x = v["company"]) === undefined ? a.missing(o, "company") : (n++, x === null ? 0 : a.at(o, "/company", checkEmployer, x));
  (x = v["pictureUrl"]) === undefined ? a.missing(o, "pictureUrl") : (n++, typeof x === "string" ? (a.matches(o, "/pictureUrl", f.uri(x), "format", "uri")) : x === null ? 0 : a.type(o, "/pictureUrl", ["string","null"], x));
  n === a.size(v) || a.strangers(o, v, k52, "undocumentedProperty");
};
const checkEmployer: Check = (v: any, o) => {
  if (!a.isObject(v)) return a.type(o, "", "object", v);
  let x, n = 0;
  (x = v["name"]) === undefined ? a.missing(o, "name") : (n++, typeof x === "string" ? 0 : a.type(o, "/name", "string", x));
  (x = v["location"]) === undefined ? a.missing(o, "location") : (n++, typeof x === "string" ? 0 : x === null ? 0 : a.type(o, "/location", ["string","null"], x));
  n === a.size(v) || a.strangers(o, v, k51, "undocumentedProperty");
};
const checkCompanyItem: Check = (v: any, o) => {
  if (!a.isObject(v)) return a.type(o, "", "object", v);
  let x, n = 0;
  (x = v["type"]) === undefined ? a.missing(o, "type") : (n++, x === "company" ? 0 : a.notMember(o, "/type", x, k5));
  (x = v["url"]) === undefined ? a.missing(o, "url") : (n++, typeof x === "string" ? (a.matches(o, "/url", f.uri(x), "format", "uri")) : a.type(o, "/url", "string", x));
  (x = v["description"]) === undefined ? a.missing(o, "description") : (n++, typeof x === "string" ? 0 : a.type(o, "/description", "string", x));
  (x = v["content"]) === undefined ? a.missing(o, "content") : (n++, typeof x === "string" ? 0 : x === null ? 0 : a.type(o, "/content", ["string","null"], x));
  (x = v["company"]) === undefined ? a.missing(o, "company") : (n++, a.at(o, "/company", checkCompany, x));
  n === a.size(v) || a.strangers(o, v, k55, "undocumentedProperty");
};
const checkCompany: Check = (v: any, o) => {
  if (!a.isObject(v)) return a.type(o, "", "object", v);
  let x, n = 0;
  (x = v["name"]) === undefined ? a.missing(o, "name") : (n++, typeof x === "string" ? 0 : a.type(o, "/name", "string", x));
  (x = v["location"]) === undefined ? a.missing(o, "location") : (n++, typeof x === "string" ? 0 : x === null ? 0 : a.type(o, "/location", ["string","null"], x));
  (x = v["employees"]) === undefined ? a.missing(o, "employees") : (n++, typeof x === "number" ? 0 : x === null ? 0 : a.type(o, "/employees", ["number","null"], x));
  (x = v["industry"]) === undefined ? a.missing(o, "industry") : (n++, typeof x === "string" ? 0 : x === null ? 0 : a.type(o, "/industry", ["string","null"], x));
  (x = v["about"]) === undefined ? a.missing(o, "about") : (n++, typeof x === "string" ? 0 : x === null ? 0 : a.type(o, "/about", ["string","null"], x));
  (x = v["logoUrl"]) === undefined ? a.missing(o, "logoUrl") : (n++, typeof x === "string" ? (a.matches(o, "/logoUrl", f.uri(x), "format", "uri")) : x === null ? 0 : a.type(o, "/logoUrl", ["string","null"], x));
  n === a.size(v) || a.strangers(o, v, k54, "undocumentedProperty");
};
const checkArticleItem: Check = (v: any, o) => {
  if (!a.isObject(v)) return a.type(o, "", "object", v);
  let x, n = 0;
  (x = v["type"]) === undefined ? a.missing(o, "type") : (n++, x === "article" ? 0 : a.notMember(o, "/type", x, k8));
  (x = v["url"]) === undefined ? a.missing(o, "url") : (n++, typeof x === "string" ? (a.matches(o, "/url", f.uri(x), "format", "uri")) : a.type(o, "/url", "string", x));
  (x = v["description"]) === undefined ? a.missing(o, "description") : (n++, typeof x === "string" ? 0 : a.type(o, "/description", "string", x));
  (x = v["content"]) === undefined ? a.missing(o, "content") : (n++, typeof x === "string" ? 0 : x === null ? 0 : a.type(o, "/content", ["string","null"], x));
  (x = v["article"]) === undefined ? a.missing(o, "article") : (n++, a.at(o, "/article", checkPublication, x));
  n === a.size(v) || a.strangers(o, v, k57, "undocumentedProperty");
};
const checkPublication: Check = (v: any, o) => {
  if (!a.isObject(v)) return a.type(o, "", "object", v);
  let x, n = 0;
  (x = v["title"]) === undefined ? a.missing(o, "title") : (n++, typeof x === "string" ? 0 : x === null ? 0 : a.type(o, "/title", ["string","null"], x));
  (x = v["author"]) === undefined ? a.missing(o, "author") : (n++, typeof x === "string" ? 0 : x === null ? 0 : a.type(o, "/author", ["string","null"], x));
  (x = v["publishedAt"]) === undefined ? a.missing(o, "publishedAt") : (n++, typeof x === "string" ? 0 : x === null ? 0 : a.type(o, "/publishedAt", ["string","null"], x));
  n === a.size(v) || a.strangers(o, v, k56, "undocumentedProperty");
};
const checkResearchPaperItem: Check = (v: any, o) => {
  if (!a.isObject(v)) return a.type(o, "", "object", v);
  let x, n = 0;
  (x = v["type"]) === undefined ? a.missing(o, "type") : (n++, x === "research_paper" ? 0 : a.notMember(o, "/type", x, k9));
  (x = v["url"]) === undefined ? a.missing(o, "url") : (n++, typeof x === "string" ? (a.matches(o, "/url", f.uri(x), "format", "uri")) : a.type(o, "/url", "string", x));
  (x = v["description"]) === undefined ? a.missing(o, "description") : (n++, typeof x === "string" ? 0 : a.type(o, "/description", "string", x));
  (x = v["content"]) === undefined ? a.missing(o, "content") : (n++, typeof x === "string" ? 0 : x === null ? 0 : a.type(o, "/content", ["string","null"], x));
  (x = v["researchPaper"]) === undefined ? a.missing(o, "researchPaper") : (n++, a.at(o, "/researchPaper", checkPublication, x));
  n === a.size(v) || a.strangers(o, v, k58, "undocumentedProperty");
};
const checkCustomItem: Check = (v: any, o) => {
  if (!a.isObject(v)) return a.type(o, "", "object", v);
  let x, n = 0;
  (x = v["type"]) === undefined ? a.missing(o, "type") : (n++, x === "custom" ? 0 : a.notMember(o, "/type", x, k10));
  (x = v["url"]) === undefined ? a.missing(o, "url") : (n++, typeof x === "string" ? (a.matches(o, "/url", f.uri(x), "format", "uri")) : a.type(o, "/url", "string", x));
  (x = v["description"]) === undefined ? a.missing(o, "description") : (n++, typeof x === "string" ? 0 : a.type(o, "/description", "string", x));
  (x = v["content"]) === undefined ? a.missing(o, "content") : (n++, typeof x === "string" ? 0 : x === null ? 0 : a.type(o, "/content", ["string","null"], x));
  (x = v["custom"]) === undefined ? a.missing(o, "custom") : (n++, a.at(o, "/custom", checkPublication, x));
  n === a.size(v) || a.strangers(o, v, k59, "undocumentedProperty");
};
const checkCheckItemPropertiesVariant: Check = (v: any, o) => {
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
const checkItemEvaluation: Check = (v: any, o) => {
  if (!a.isObject(v)) return a.type(o, "", "object", v);
  let x, n = 0;
  (x = v["criterion"]) === undefined ? a.missing(o, "criterion") : (n++, typeof x === "string" ? 0 : a.type(o, "/criterion", "string", x));
  (x = v["reasoning"]) === undefined ? a.missing(o, "reasoning") : (n++, typeof x === "string" ? 0 : a.type(o, "/reasoning", "string", x));
  (x = v["satisfied"]) === undefined ? a.missing(o, "satisfied") : (n++, x === "yes" || x === "no" || x === "unclear" ? 0 : a.notMember(o, "/satisfied", x, k61));
  (x = v["references"]) === undefined ? 0 : (n++, Array.isArray(x) ? (a.each(o, "/references", checkReference, x)) : a.type(o, "/references", "array", x));
  n === a.size(v) || a.strangers(o, v, k63, "undocumentedProperty");
};
const checkReference: Check = (v: any, o) => {
  if (!a.isObject(v)) return a.type(o, "", "object", v);
  let x, n = 0;
  (x = v["title"]) === undefined ? a.missing(o, "title") : (n++, typeof x === "string" ? 0 : x === null ? 0 : a.type(o, "/title", ["string","null"], x));
  (x = v["snippet"]) === undefined ? a.missing(o, "snippet") : (n++, typeof x === "string" ? 0 : x === null ? 0 : a.type(o, "/snippet", ["string","null"], x));
  (x = v["url"]) === undefined ? a.missing(o, "url") : (n++, typeof x === "string" ? (a.matches(o, "/url", f.uri(x), "format", "uri")) : a.type(o, "/url", "string", x));
  n === a.size(v) || a.strangers(o, v, k62, "undocumentedProperty");
};
const checkEnrichmentResult: Check = (v: any, o) => {
  if (!a.isObject(v)) return a.type(o, "", "object", v);
  let x, n = 0;
  (x = v["object"]) === undefined ? a.missing(o, "object") : (n++, x === "enrichment_result" ? 0 : a.notMember(o, "/object", x, k64));
  (x = v["status"]) === undefined ? a.missing(o, "status") : (n++, x === "pending" || x === "completed" || x === "canceled" ? 0 : a.notMember(o, "/status", x, k65));
  (x = v["format"]) === undefined ? a.missing(o, "format") : (n++, x === "date" || x === "email" || x === "number" || x === "options" || x === "phone" || x === "text" || x === "url" ? 0 : a.notMember(o, "/format", x, k66));
  (x = v["result"]) === undefined ? a.missing(o, "result") : (n++, Array.isArray(x) ? (a.each(o, "/result", checkCheckEnrichmentResultResultItem, x)) : x === null ? 0 : a.type(o, "/result", ["array","null"], x));
  (x = v["reasoning"]) === undefined ? a.missing(o, "reasoning") : (n++, typeof x === "string" ? 0 : x === null ? 0 : a.type(o, "/reasoning", ["string","null"], x));
  (x = v["references"]) === undefined ? a.missing(o, "references") : (n++, Array.isArray(x) ? (a.each(o, "/references", checkReference, x)) : a.type(o, "/references", "array", x));
  (x = v["enrichmentId"]) === undefined ? a.missing(o, "enrichmentId") : (n++, typeof x === "string" ? 0 : a.type(o, "/enrichmentId", "string", x));
  n === a.size(v) || a.strangers(o, v, k67, "undocumentedProperty");
};
const checkCheckEnrichmentResultResultItem: Check = (v: any, o) => {
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
  let x, n = 0;
  (x = v["error"]) === undefined ? a.missing(o, "error") : (n++, typeof x === "string" ? 0 : a.type(o, "/error", "string", x));
  (x = v["message"]) === undefined ? 0 : (n++, typeof x === "string" ? 0 : a.type(o, "/message", "string", x));
  (x = v["tag"]) === undefined ? 0 : (n++, typeof x === "string" ? 0 : a.type(o, "/tag", "string", x));
  (x = v["requestId"]) === undefined ? 0 : (n++, typeof x === "string" ? 0 : a.type(o, "/requestId", "string", x));
  (x = v["path"]) === undefined ? 0 : (n++, typeof x === "string" ? 0 : a.type(o, "/path", "string", x));
  (x = v["timestamp"]) === undefined ? 0 : (n++, typeof x === "string" ? 0 : a.type(o, "/timestamp", "string", x));
  (x = v["statusCode"]) === undefined ? 0 : (n++, typeof x === "number" ? 0 : a.type(o, "/statusCode", "number", x));
  n === a.size(v) || a.strangers(o, v, k71, "undocumentedProperty");
};
const checkHeaderRetryAfter: Check = (v: any, o) => {
  typeof v === "string" ? 0 : a.type(o, "", "string", v);
};
const checkCreateWebset: Check = (v: any, o) => {
  if (!a.isObject(v)) return a.type(o, "", "object", v);
  let x, n = 0;
  (x = v["search"]) === undefined ? 0 : (n++, a.at(o, "/search", checkCreateSearch, x));
  (x = v["import"]) === undefined ? 0 : (n++, Array.isArray(x) ? (a.each(o, "/import", checkSource, x)) : a.type(o, "/import", "array", x));
  (x = v["enrichments"]) === undefined ? 0 : (n++, Array.isArray(x) ? (a.each(o, "/enrichments", checkCreateEnrichment, x)) : a.type(o, "/enrichments", "array", x));
  (x = v["exclude"]) === undefined ? 0 : (n++, Array.isArray(x) ? (a.each(o, "/exclude", checkSource, x)) : a.type(o, "/exclude", "array", x));
  (x = v["externalId"]) === undefined ? 0 : (n++, typeof x === "string" ? (a.length(o, "/externalId", x, 0, 300)) : a.type(o, "/externalId", "string", x));
  (x = v["metadata"]) === undefined ? 0 : (n++, a.at(o, "/metadata", checkMetadata, x));
  n === a.size(v) || a.strangers(o, v, k74, "undocumentedProperty");
};
const checkCreateSearch: Check = (v: any, o) => {
  if (!a.isObject(v)) return a.type(o, "", "object", v);
  let x, n = 0;
  (x = v["query"]) === undefined ? a.missing(o, "query") : (n++, typeof x === "string" ? (a.length(o, "/query", x, 1, 5000)) : a.type(o, "/query", "string", x));
  (x = v["count"]) === undefined ? 0 : (n++, typeof x === "number" ? (a.bound(o, "/count", x >= 1, "minimum", 1, x)) : a.type(o, "/count", "number", x));
  (x = v["entity"]) === undefined ? 0 : (n++, a.at(o, "/entity", checkEntity, x));
  (x = v["criteria"]) === undefined ? 0 : (n++, Array.isArray(x) ? (a.bound(o, "/criteria", x.length >= 1, "minItems", 1, x.length), a.bound(o, "/criteria", x.length <= 5, "maxItems", 5, x.length), a.each(o, "/criteria", checkCreateCriterion, x)) : a.type(o, "/criteria", "array", x));
  (x = v["recall"]) === undefined ? 0 : (n++, typeof x === "boolean" ? 0 : a.type(o, "/recall", "boolean", x));
  (x = v["exclude"]) === undefined ? 0 : (n++, Array.isArray(x) ? (a.each(o, "/exclude", checkSource, x)) : a.type(o, "/exclude", "array", x));
  (x = v["scope"]) === undefined ? 0 : (n++, Array.isArray(x) ? (a.each(o, "/scope", checkScope, x)) : a.type(o, "/scope", "array", x));
  n === a.size(v) || a.strangers(o, v, k72, "undocumentedProperty");
};
const checkCreateCriterion: Check = (v: any, o) => {
  if (!a.isObject(v)) return a.type(o, "", "object", v);
  let x, n = 0;
  (x = v["description"]) === undefined ? a.missing(o, "description") : (n++, typeof x === "string" ? (a.length(o, "/description", x, 1, 1000)) : a.type(o, "/description", "string", x));
  n === a.size(v) || a.strangers(o, v, k41, "undocumentedProperty");
};
const checkSource: Check = (v: any, o) => {
  if (!a.isObject(v)) return a.type(o, "", "object", v);
  let x, n = 0;
  (x = v["source"]) === undefined ? a.missing(o, "source") : (n++, x === "import" || x === "webset" ? 0 : a.notMember(o, "/source", x, k15));
  (x = v["id"]) === undefined ? a.missing(o, "id") : (n++, typeof x === "string" ? (a.length(o, "/id", x, 1, Infinity)) : a.type(o, "/id", "string", x));
  n === a.size(v) || a.strangers(o, v, k16, "undocumentedProperty");
};
const checkScope: Check = (v: any, o) => {
  if (!a.isObject(v)) return a.type(o, "", "object", v);
  let x, n = 0;
  (x = v["source"]) === undefined ? a.missing(o, "source") : (n++, x === "import" || x === "webset" ? 0 : a.notMember(o, "/source", x, k15));
  (x = v["id"]) === undefined ? a.missing(o, "id") : (n++, typeof x === "string" ? (a.length(o, "/id", x, 1, Infinity)) : a.type(o, "/id", "string", x));
  (x = v["relationship"]) === undefined ? 0 : (n++, a.at(o, "/relationship", checkScopeRelationship, x));
  n === a.size(v) || a.strangers(o, v, k18, "undocumentedProperty");
};
const checkCreateEnrichment: Check = (v: any, o) => {
  if (!a.isObject(v)) return a.type(o, "", "object", v);
  let x, n = 0;
  (x = v["description"]) === undefined ? a.missing(o, "description") : (n++, typeof x === "string" ? (a.length(o, "/description", x, 1, 5000)) : a.type(o, "/description", "string", x));
  (x = v["format"]) === undefined ? 0 : (n++, x === "date" || x === "email" || x === "number" || x === "options" || x === "phone" || x === "text" || x === "url" ? 0 : a.notMember(o, "/format", x, k66));
  (x = v["options"]) === undefined ? 0 : (n++, Array.isArray(x) ? (a.bound(o, "/options", x.length >= 1, "minItems", 1, x.length), a.bound(o, "/options", x.length <= 150, "maxItems", 150, x.length), a.each(o, "/options", checkEnrichmentOption, x)) : a.type(o, "/options", "array", x));
  (x = v["metadata"]) === undefined ? 0 : (n++, a.at(o, "/metadata", checkMetadata, x));
  n === a.size(v) || a.strangers(o, v, k73, "undocumentedProperty");
};
const checkPathid: Check = (v: any, o) => {
  typeof v === "string" ? 0 : a.type(o, "", "string", v);
};
const checkUpdateWebset: Check = (v: any, o) => {
  if (!a.isObject(v)) return a.type(o, "", "object", v);
  let x, n = 0;
  (x = v["metadata"]) === undefined ? 0 : (n++, x === null ? 0 : a.at(o, "/metadata", checkMetadata, x));
  (x = v["title"]) === undefined ? 0 : (n++, typeof x === "string" ? 0 : x === null ? 0 : a.type(o, "/title", ["string","null"], x));
  n === a.size(v) || a.strangers(o, v, k75, "undocumentedProperty");
};
const checkQueryexpand: Check = (v: any, o) => {
  Array.isArray(v) ? (a.each(o, "", checkCheckQueryexpandItem, v)) : a.type(o, "", "array", v);
};
const checkCheckQueryexpandItem: Check = (v: any, o) => {
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
