/**
 * The code that CloudFront runs before each request (JavaScript runtime 2.0): a path without a file extension is a
 * route of the app, which `index.html` answers.
 * https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/functions-javascript-runtime-20.html
 */
export const pagePathCode = `function handler(event) {
  var request = event.request;
  var last = request.uri.split('/').pop();
  if (!last.includes('.')) request.uri = '/index.html';
  return request;
}
`;
