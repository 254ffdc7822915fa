// Amplify Flutter 2.x. `ampx generate outputs` writes Dart; or copy `amplify_outputs.json` into a constant.
// https://docs.amplify.aws/flutter/start/quickstart/
import 'package:amplify_api/amplify_api.dart';
import 'package:amplify_auth_cognito/amplify_auth_cognito.dart';
import 'package:amplify_flutter/amplify_flutter.dart';

import 'amplify_outputs.dart'; // const amplifyConfig = '''{ … }''';

Future<void> configureMyFiles() async {
  await Amplify.addPlugins([AmplifyAuthCognito(), AmplifyAPI()]);
  await Amplify.configure(amplifyConfig);
}
