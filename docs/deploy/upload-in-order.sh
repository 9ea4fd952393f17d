#!/bin/sh
# Upload the site to a bucket: what never changes first, pages next, the worker last.
# Usage: docs/deploy/upload-in-order.sh site s3://bucket/back
set -eu
site=$1
bucket=$2
for_ever="public, max-age=31536000, immutable"

python3 -m generator.verifying "$site"
# Names with a digest. Nothing is deleted: readers may still have the pages that name the old ones.
aws s3 sync "$site/assets/engine" "$bucket/assets/engine" --cache-control "$for_ever" --exclude "*.wasm" --exclude "*.mjs"
aws s3 sync "$site/assets/engine" "$bucket/assets/engine" --cache-control "$for_ever" --exclude "*" --include "*.wasm" --content-type application/wasm
aws s3 sync "$site/assets/engine" "$bucket/assets/engine" --cache-control "$for_ever" --exclude "*" --include "*.mjs" --content-type text/javascript
aws s3 sync "$site/assets/scripts" "$bucket/assets/scripts" --cache-control "$for_ever" --content-type text/javascript
# All that pages load, then the pages.
aws s3 sync "$site" "$bucket" --cache-control no-cache --exclude "*.html" --exclude service-worker.js --exclude _headers --exclude "assets/engine/*" --exclude "assets/scripts/*"
aws s3 sync "$site" "$bucket" --cache-control no-cache --exclude "*" --include "*.html" --content-type "text/html; charset=utf-8"
# The worker makes browsers fetch the rest, so the rest has to be there.
aws s3 cp "$site/service-worker.js" "$bucket/service-worker.js" --cache-control no-cache --content-type text/javascript
