// Apollo iOS 1.x with AWSAppSyncApolloExtensions; Amplify is configured as amplify-swift.swift shows.
// https://docs.amplify.aws/swift/build-a-backend/data/aws-appsync-apollo-extensions/
import Amplify
import Apollo
import ApolloWebSocket
import AWSAppSyncApolloExtensions
import AWSPluginsCore

func createMyFilesClient() throws -> ApolloClient {
    let configuration = try AWSAppSyncConfiguration(with: .amplifyOutputs)
    let authorizer = AuthTokenAuthorizer(fetchLatestAuthToken: accessToken)
    let store = ApolloStore(cache: InMemoryNormalizedCache())
    let transport = RequestChainNetworkTransport(
        interceptorProvider: DefaultPrependInterceptorProvider(
            interceptor: AppSyncInterceptor(authorizer),
            store: store
        ),
        endpointURL: configuration.endpoint
    )
    // Without this, subscriptions would go to the HTTP endpoint, where AppSync does not serve them.
    let subscriptions = WebSocketTransport(
        websocket: AppSyncWebSocketClient(endpointURL: configuration.endpoint, authorizer: authorizer)
    )
    let split = SplitNetworkTransport(uploadingNetworkTransport: transport, webSocketNetworkTransport: subscriptions)
    return ApolloClient(networkTransport: split, store: store)
}

func accessToken() async throws -> String {
    let session = try await Amplify.Auth.fetchAuthSession()
    guard let provider = session as? AuthCognitoTokensProvider else {
        throw AuthError.unknown("The session has no tokens.", nil)
    }
    return try provider.getCognitoTokens().get().accessToken
}
