import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { compiled } from "../../generated/contract.ts";
import { createChecker } from "../../src/contract/check-exchange.ts";
import { exampleExchange } from "../../src/openapi/examples.ts";
import { type Body, description, segment } from "./contract.ts";

/**
 * What a validator says of a body: the places of what is wrong, as JSON Pointers into the body; none where it accepts
 * the body. The validators' ways to name a place are made one here: what is missing is named where it would stand.
 */
export type Judge = (body: Body, value: unknown) => string[];

const json = { "content-type": "application/json" };

/** A request of the body's operation, as the contract's examples have it. */
const requestOf = ({ operation }: Body) => {
  const [status = "200"] = Object.keys(operation.operation.responses ?? {});
  const { request } = exampleExchange(description, operation, { status: Number(status) });
  return { ...request, headers: { ...request.headers, ...json } };
};

const { checkRequest, checkResponse } = createChecker(compiled);

/** The compiled checks. */
export const checks: Judge = (body, value) => {
  const { status } = body;
  const request = requestOf(body);
  const text = JSON.stringify(value);
  const findings =
    status === undefined
      ? checkRequest({ ...request, body: text })
      : checkResponse(request, { status, headers: json, body: text });
  return findings.map(({ location }) => location.replace(/^\/(request|response)\/body/, ""));
};

/** Ajv on the schemas of the bundled contract, as strict as it can be. */
export function createAjv(): Judge {
  // Types are listed in 3.1 to allow null.
  const ajv = new Ajv2020({ allErrors: true, strict: true, allowUnionTypes: true });
  addFormats.default(ajv);
  ajv.addVocabulary(["discriminator", "components", "x-identity"]);
  ajv.addSchema({ components: description.components }, "contract");
  return ({ schema }, value) => {
    const validate = ajv.getSchema(`contract${schema.$ref}`);
    if (!validate) throw new Error(`Ajv does not find ${schema.$ref}`);
    validate(value);
    return (validate.errors ?? []).map(({ instancePath, keyword, params }) =>
      keyword === "required" ? instancePath + segment(params.missingProperty) : instancePath,
    );
  };
}

/** What is used of Prism, which publishes no types for it. */
interface PrismDiagnostic {
  /** Absent where the whole body is. */
  readonly path?: readonly string[];
  readonly code: string;
  readonly message: string;
}
type Validate = (input: { resource: unknown; element: unknown }) => {
  readonly left?: readonly PrismDiagnostic[];
};

/** Prism's own validator, in this process. Loading it takes seconds. */
export async function createPrism(): Promise<Judge> {
  const load = createRequire(createRequire(import.meta.url).resolve("@stoplight/prism-cli"));
  const { getHttpOperationsFromSpec } = load("@stoplight/prism-http");
  const { validateInput, validateOutput }: Record<"validateInput" | "validateOutput", Validate> =
    load("@stoplight/prism-http/dist/validator");
  const file = fileURLToPath(new URL("../../openapi/websets.yaml", import.meta.url));
  const resources: readonly { readonly method: string; readonly path: string }[] =
    await getHttpOperationsFromSpec(file);
  return (body, value) => {
    const { status, operation } = body;
    const request = requestOf(body);
    // Prism's routes leave out the server's base path.
    const path = request.url.slice(description.servers?.[0]?.url.length);
    const resource = resources.find(
      (one) => one.path === operation.path && one.method.toUpperCase() === operation.method,
    );
    const { left = [] } =
      status === undefined
        ? validateInput({
            resource,
            element: { ...request, url: { path }, body: value },
          })
        : validateOutput({ resource, element: { statusCode: status, headers: json, body: value } });
    return left.map(({ path = [], code, message }) => {
      const place = path
        .slice(1)
        .map((key) => `/${key}`)
        .join("");
      const missing = / required property '(.*)'$/.exec(message)?.[1];
      return code === "required" && missing !== undefined ? place + segment(missing) : place;
    });
  };
}
