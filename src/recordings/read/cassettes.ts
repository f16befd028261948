import { Buffer } from "node:buffer";
import { RecordingError } from "../recorded.ts";
import { isObject, type Loose } from "./loose.ts";

/**
 * The interactions of a recording of nock (`recorder.rec({ output_objects: true })`) or VCR (the cassettes of Ruby,
 * Python and Go), as HAR entries. Such a file is read as a whole.
 * @throws RecordingError
 */
export async function entriesOf(
  kind: "nock" | "vcr",
  text: string,
  file: string,
): Promise<readonly unknown[]> {
  const value = /^\s*[[{]/.test(text) ? parseJson(text, file) : await parseYaml(text, file);
  if (kind === "nock") return Array.isArray(value) ? value.map(nockEntry) : [];
  const list = isObject(value) ? (value.http_interactions ?? value.interactions) : undefined;
  return Array.isArray(list) ? list.map(vcrEntry) : [];
}

function parseJson(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    const fault = /end of JSON|Unterminated/.test(String(cause)) ? "cut" : "unreadable";
    const reason =
      fault === "cut"
        ? "the JSON ends in the middle; the file was cut off"
        : "it is not valid JSON";
    throw new RecordingError(reason, { file }, { cause, fault });
  }
}

async function parseYaml(text: string, file: string): Promise<unknown> {
  const yaml = await import("yaml").catch((cause) => {
    throw new RecordingError(
      "reading YAML needs the package yaml: npm install yaml",
      { file },
      { cause },
    );
  });
  try {
    // Python's cassettes hold bytes as !!binary, Ruby's as !binary.
    const ruby = { tag: "!binary", resolve: (base64: string) => Buffer.from(base64, "base64") };
    return yaml.parse(text, { customTags: ["binary", ruby], logLevel: "error" });
  } catch (cause) {
    throw new RecordingError("it is not valid YAML", { file }, { cause });
  }
}

/** https://github.com/nock/nock#recording; it keeps parsed JSON, and bytes as hex. */
function nockEntry(call: unknown): unknown {
  if (!isObject(call)) return call;
  const { scope, method, path, status, body, response, reqheaders, rawHeaders } = call;
  return {
    request: {
      method: typeof method === "string" ? method.toUpperCase() : method,
      url: typeof scope === "string" && typeof path === "string" ? joined(scope, path) : undefined,
      headers: reqheaders,
      postData: { text: textOf(body) },
    },
    response: {
      status,
      headers: Array.isArray(rawHeaders) ? pairs(rawHeaders) : rawHeaders,
      content: nockBody(response),
    },
  };
}

/** nock writes a default port, which is none in a URL. */
function joined(scope: string, path: string): string {
  return scope.replace(/^(https:.*):443$/, "$1").replace(/^(http:.*):80$/, "$1") + path;
}

const textOf = (value: unknown): unknown =>
  typeof value === "string" || value === undefined ? value : JSON.stringify(value);

/** Bytes that are no text are hex, those of a compressed body a list of hex chunks; other text of that form is rare. */
function nockBody(value: unknown): Loose {
  const chunks = Array.isArray(value) && value.length > 0 ? value : [value];
  if (!chunks.every((chunk) => typeof chunk === "string" && /^(?:[0-9a-f]{2})+$/.test(chunk)))
    return { text: textOf(value) };
  const bytes = Buffer.concat(chunks.map((chunk) => Buffer.from(chunk, "hex")));
  return { text: bytes.toString("base64"), encoding: "base64" };
}

/** Names and values in turn. */
function pairs(list: readonly unknown[]): readonly (readonly unknown[])[] {
  if (list.every(Array.isArray)) return list as readonly (readonly unknown[])[]; // every has looked
  return list.flatMap((name, at) => (at % 2 === 0 ? [[name, list[at + 1]]] : []));
}

/** Ruby's (https://benoittgt.github.io/vcr), Python's (vcrpy) and Go's (go-vcr) differ in where they put what. */
function vcrEntry(interaction: unknown): unknown {
  if (!isObject(interaction)) return interaction;
  const { request, response } = interaction;
  if (!isObject(request) || !isObject(response)) return interaction;
  const { method } = request;
  const { status } = response;
  return {
    request: {
      method: typeof method === "string" ? method.toUpperCase() : method,
      url: request.uri ?? request.url,
      headers: request.headers,
      postData: vcrBody(request.body),
    },
    response: {
      status: isObject(status) ? status.code : (response.code ?? response.status_code ?? status),
      headers: response.headers,
      content: vcrBody(response.body ?? response.content),
    },
  };
}

function vcrBody(body: unknown): Loose {
  if (body instanceof Uint8Array)
    return { text: Buffer.from(body).toString("base64"), encoding: "base64" };
  if (!isObject(body)) return { text: body ?? "" };
  const { string, base64_string } = body;
  if (typeof base64_string === "string") return { text: base64_string, encoding: "base64" };
  return vcrBody(string ?? "");
}
