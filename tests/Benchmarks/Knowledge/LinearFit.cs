namespace CroissanceConnectee.Benchmarks.Knowledge;

/// Candidates of one question, with whether each is right, and how much the question counts.
internal sealed record WeightedList(IReadOnlyList<(IReadOnlyList<double> Traits, bool Right)> Candidates, double Weight);

/// Two linear models by gradient descent (RMSProp), small enough to need no library: softmax over the candidates of a question, and
/// logistic regression.
internal static class LinearFit
{
    private const int Steps = 400;
    private const int FineSteps = 250;
    private const double Ridge = 0.001;

    public static double[] Ranking(IReadOnlyList<WeightedList> lists, int traits)
    {
        var total = lists.Sum(list => list.Weight);
        return Descend(traits, weights =>
        {
            var gradient = new double[traits];
            foreach (var list in lists)
            {
                var scores = list.Candidates.Select(candidate => Dot(weights, candidate.Traits)).ToArray();
                var most = scores.Max();
                var shares = scores.Select(score => Math.Exp(score - most)).ToArray();
                var (all, right) = (shares.Sum(), shares.Where((_, at) => list.Candidates[at].Right).Sum());
                for (var at = 0; at < shares.Length; at++)
                {
                    Add(gradient, list.Candidates[at].Traits, list.Weight / total * ((list.Candidates[at].Right ? shares[at] / right : 0) - (shares[at] / all)));
                }
            }

            return gradient;
        });
    }

    public static double[] Confidence(IReadOnlyList<(double[] Signs, bool IsRight, double Weight)> examples)
    {
        var total = examples.Sum(example => example.Weight);
        return Descend(examples[0].Signs.Length, weights =>
        {
            var gradient = new double[weights.Length];
            foreach (var (signs, isRight, weight) in examples)
            {
                Add(gradient, signs, weight / total * ((isRight ? 1 : 0) - Chance(weights, signs)));
            }

            return gradient;
        });
    }

    public static double Chance(double[] weights, double[] signs) => 1 / (1 + Math.Exp(-Dot(weights, signs)));

    public static double Dot(double[] weights, IReadOnlyList<double> values)
    {
        var sum = 0.0;
        for (var at = 0; at < weights.Length; at++)
        {
            sum += weights[at] * values[at];
        }

        return sum;
    }

    private static double[] Descend(int size, Func<double[], double[]> gradientAt)
    {
        var (weights, squares) = (new double[size], new double[size]);
        for (var step = 0; step < Steps; step++)
        {
            var gradient = gradientAt(weights);
            var rate = step < FineSteps ? 0.05 : 0.01;
            for (var at = 0; at < size; at++)
            {
                var slope = gradient[at] - (Ridge * weights[at]);
                squares[at] = (0.9 * squares[at]) + (0.1 * slope * slope);
                weights[at] += rate * slope / (Math.Sqrt(squares[at]) + 1e-3);
            }
        }

        return weights;
    }

    private static void Add(double[] sum, IReadOnlyList<double> values, double factor)
    {
        if (Math.Abs(factor) < 1e-9)
        {
            return;
        }

        for (var at = 0; at < sum.Length; at++)
        {
            sum[at] += factor * values[at];
        }
    }
}
