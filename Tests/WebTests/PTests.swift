import HummingbirdTesting
import Testing
@Test func placeholderW() {}
