// Apollo Kotlin 4. `schema.graphql` and `operations/` go to app/src/main/graphql/, the schema as schema.graphqls.
// https://www.apollographql.com/docs/kotlin/advanced/plugin-configuration
plugins {
    id("com.apollographql.apollo") version "4.3.1"
}

dependencies {
    implementation("com.apollographql.apollo:apollo-runtime:4.3.1")
    // AppSync's tokens and its real-time protocol; before 1.2.1 subscriptions did not connect (amplify-android#3102).
    implementation("com.amplifyframework:apollo-appsync-amplify:1.2.1")
}

apollo {
    service("myfiles") {
        packageName.set("com.example.myfiles")
        schemaFiles.from("src/main/graphql/schema.graphqls")
        listOf("AWSDateTime", "AWSURL", "AWSJSON").forEach { mapScalarToKotlinString(it) }
    }
}
