import java.io.File;
import java.util.TreeSet;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/** A line for each file and profile: profile, file, number of checks, rules broken. */
public class VeraCheck {
    public static void main(String[] arguments) throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        for (String profile : arguments[0].split(",")) {
            for (int i = 1; i < arguments.length; i++) {
                System.out.println(check(profile, new File(arguments[i])));
            }
        }
    }

    private static String check(String profile, File file) throws Exception {
        PDFAFlavour flavour = PDFAFlavour.byFlavourId(profile);
        try (PDFAParser parser = Foundries.defaultInstance().createParser(file, flavour);
                PDFAValidator validator =
                        Foundries.defaultInstance().createValidator(flavour, false)) {
            ValidationResult result = validator.validate(parser);
            TreeSet<String> broken = new TreeSet<>();
            for (TestAssertion assertion : result.getTestAssertions()) {
                if (assertion.getStatus() == TestAssertion.Status.FAILED) {
                    broken.add(
                            assertion.getRuleId().getClause()
                                    + "-"
                                    + assertion.getRuleId().getTestNumber());
                }
            }
            if (!result.isCompliant() && broken.isEmpty()) {
                broken.add("not compliant");
            }
            return String.join(
                    "\t",
                    profile,
                    file.getName(),
                    Integer.toString(result.getTotalAssertions()),
                    String.join(",", broken));
        }
    }
}
