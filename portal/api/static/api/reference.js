"use strict";

// Started here and not in the page: the site allows no inline script. Nothing is asked of any other host.
const place = document.getElementById("reference");
window.SwaggerUIBundle({
  url: place.dataset.schema,
  domNode: place,
  deepLinking: true,
  validatorUrl: null,
  supportedSubmitMethods: ["get"],
});
