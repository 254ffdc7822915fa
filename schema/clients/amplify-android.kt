// Amplify Android 2.x. `amplify_outputs.json` goes to app/src/main/res/raw/.
// https://docs.amplify.aws/android/start/quickstart/
import android.app.Application
import com.amplifyframework.api.aws.AWSApiPlugin
import com.amplifyframework.auth.cognito.AWSCognitoAuthPlugin
import com.amplifyframework.core.Amplify
import com.amplifyframework.core.configuration.AmplifyOutputs

class MyFilesApp : Application() {
    override fun onCreate() {
        super.onCreate()
        Amplify.addPlugin(AWSCognitoAuthPlugin())
        Amplify.addPlugin(AWSApiPlugin())
        Amplify.configure(AmplifyOutputs(R.raw.amplify_outputs), applicationContext)
    }
}
