#!/usr/bin/env bash
# Makes the certificates of the faulty server anew: a private authority, which signs all but `self-signed.pem`, and one
# key for all of them. They are worth nothing: each names loopback or a host that does not exist. Needs openssl.
set -euo pipefail
cd "$(dirname "$0")"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

new_key() { openssl ecparam -name prime256v1 -genkey -noout -out "$1"; }
new_key "$work/ca.key"
new_key key.pem

# self_signed NAME KEY SUBJECT EXTENSION
self_signed() {
  openssl req -x509 -new -key "$2" -subj "/CN=$3" -addext "$4" -days 36500 -out "$1.pem"
}
self_signed ca "$work/ca.key" "authority of the fault matrix" "keyUsage=critical,keyCertSign,digitalSignature"
self_signed self-signed key.pem localhost "subjectAltName=DNS:localhost,IP:127.0.0.1"

touch "$work/index"
echo 1000 >"$work/serial"
cat >"$work/ca.conf" <<CONF
[ca]
default_ca = matrix
[matrix]
database = $work/index
serial = $work/serial
new_certs_dir = $work
default_md = sha256
policy = any
unique_subject = no
[any]
commonName = supplied
CONF

# signed NAME HOST ALTERNATIVES FROM TO
signed() {
  openssl req -new -key key.pem -subj "/CN=$2" -out "$work/$1.csr"
  printf 'subjectAltName=%s\n' "$3" >"$work/$1.ext"
  openssl ca -batch -notext -config "$work/ca.conf" -cert ca.pem -keyfile "$work/ca.key" \
    -extfile "$work/$1.ext" -startdate "$4" -enddate "$5" -in "$work/$1.csr" -out "$1.pem" 2>/dev/null
}
signed trusted localhost "DNS:localhost,IP:127.0.0.1" 20250101000000Z 21250101000000Z
signed wrong-host elsewhere.invalid "DNS:elsewhere.invalid" 20250101000000Z 21250101000000Z
signed expired localhost "DNS:localhost,IP:127.0.0.1" 20240101000000Z 20240201000000Z
