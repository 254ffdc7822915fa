// Amplify Swift 2.x. `amplify_outputs.json` goes into the app's target.
// https://docs.amplify.aws/swift/start/quickstart/
import Amplify
import AWSAPIPlugin
import AWSCognitoAuthPlugin

func configureMyFiles() throws {
    try Amplify.add(plugin: AWSCognitoAuthPlugin())
    try Amplify.add(plugin: AWSAPIPlugin())
    try Amplify.configure(with: .amplifyOutputs)
}
