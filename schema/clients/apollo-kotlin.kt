// Apollo Kotlin 4 with AppSync's tokens; Amplify is configured as amplify-android.kt shows.
// https://docs.amplify.aws/android/build-a-backend/data/aws-appsync-apollo-extensions/
import android.content.Context
import com.amplifyframework.apollo.appsync.ApolloAmplifyConnector
import com.amplifyframework.apollo.appsync.appSync
import com.amplifyframework.core.configuration.AmplifyOutputs
import com.apollographql.apollo.ApolloClient

fun createMyFilesClient(context: Context): ApolloClient {
    val connector = ApolloAmplifyConnector(context, AmplifyOutputs(R.raw.amplify_outputs))
    return ApolloClient.Builder()
        .appSync(connector.endpoint, connector.cognitoUserPoolAuthorizer())
        .build()
}
