// Generated from openapi/websets.yaml by `npm run generate`. Do not edit.
import { classOf } from "../src/errors.ts";

/** 400: The call was not understood. A bad API key gets this status, too. */
export const BadRequestError = /* @__PURE__ */ classOf(400);
export type BadRequestError = InstanceType<typeof BadRequestError>;

/** 401: The API key is missing or invalid. */
export const AuthenticationError = /* @__PURE__ */ classOf(401);
export type AuthenticationError = InstanceType<typeof AuthenticationError>;

/** 402: The account has no credits left. */
export const PaymentRequiredError = /* @__PURE__ */ classOf(402);
export type PaymentRequiredError = InstanceType<typeof PaymentRequiredError>;

/** 403: The API key may not do this. */
export const PermissionDeniedError = /* @__PURE__ */ classOf(403);
export type PermissionDeniedError = InstanceType<typeof PermissionDeniedError>;

/** 404: There is no Webset of this id or externalId. */
export const NotFoundError = /* @__PURE__ */ classOf(404);
export type NotFoundError = InstanceType<typeof NotFoundError>;

/** 409: The call contradicts something that exists, for example another Webset's externalId. */
export const ConflictError = /* @__PURE__ */ classOf(409);
export type ConflictError = InstanceType<typeof ConflictError>;

/** 422: The call was understood and cannot be carried out. */
export const UnprocessableEntityError = /* @__PURE__ */ classOf(422);
export type UnprocessableEntityError = InstanceType<typeof UnprocessableEntityError>;

/** 429: Too many calls in a short time. Wait and try again. */
export const RateLimitError = /* @__PURE__ */ classOf(429);
export type RateLimitError = InstanceType<typeof RateLimitError>;

/** 500: The API failed. */
export const InternalServerError = /* @__PURE__ */ classOf(500);
export type InternalServerError = InstanceType<typeof InternalServerError>;

/** 502: Something in front of the API got no proper answer from it. */
export const BadGatewayError = /* @__PURE__ */ classOf(502);
export type BadGatewayError = InstanceType<typeof BadGatewayError>;

/** 503: The API is down or overloaded for now. */
export const ServiceUnavailableError = /* @__PURE__ */ classOf(503);
export type ServiceUnavailableError = InstanceType<typeof ServiceUnavailableError>;

/** 504: Something in front of the API got no answer in time. */
export const GatewayTimeoutError = /* @__PURE__ */ classOf(504);
export type GatewayTimeoutError = InstanceType<typeof GatewayTimeoutError>;
