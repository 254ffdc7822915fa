// Apollo Kotlin 4. `schema.graphql` and `operations/` go to app/src/main/graphql/, the schema as schema.graphqls.
// https://www.apollographql.com/docs/kotlin/advanced/plugin-configuration
plugins {
    id("com.apollographql.apollo") version "4.1.0"
}

dependencies {
    implementation("com.apollographql.apollo:apollo-runtime:4.1.0")
    // AppSync's tokens and its real-time protocol.
    implementation("com.amplifyframework:apollo-appsync-amplify:1.0.0")
}

apollo {
    service("myfiles") {
        packageName.set("com.example.myfiles")
        schemaFiles.from("src/main/graphql/schema.graphqls")
        listOf("AWSDateTime", "AWSURL", "AWSJSON").forEach { mapScalarToKotlinString(it) }
    }
}
