"""Names of libraries that compute, and reach no file, no process and no other machine."""


def _listed(text: str) -> frozenset[str]:
    return frozenset(text.split())


BUILTINS = _listed(
    """
    _ abs all any ArithmeticError AssertionError AttributeError bool classmethod cls complex
    dict divmod Ellipsis enumerate Exception False filter float frozenset IndexError int
    isinstance iter KeyError len list LookupError map max min next None NotImplemented
    NotImplementedError object OverflowError pow print property range reversed round
    RuntimeError self set slice sorted staticmethod StopIteration str sum super True tuple
    type TypeError ValueError ZeroDivisionError zip
    """
)
"""Of Python's own names, those that reach nothing outside of what they are given."""

MODULES = _listed(
    """
    cmath collections copy dataclasses fractions functools itertools keras math numpy operator
    random statistics tensorflow
    """
)
"""What may be imported."""

_NUMPY = _listed(
    """
    abs absolute add all allclose amax amin angle any append apply_along_axis arange argmax
    argmin argpartition argsort argwhere around array array_equal array_split asarray astype
    atleast_1d atleast_2d average axis base bincount block bool_ broadcast_arrays broadcast_to
    c_ ceil choice clip clipped column_stack concatenate conj conjugate convolve copy copysign
    corrcoef cos cosh count_nonzero cov cross cumprod cumsum default_rng det diag diagflat
    diagonal diff digitize divide dot double dsplit dstack dtype e einsum empty empty_like
    equal errstate exp exp2 expand_dims expm1 eye fabs fill fix flat flatnonzero flatten flip
    fliplr flipud float float16 float32 float64 floor floor_divide fmax fmean fmin fmod full
    full_like gradient greater greater_equal histogram hsplit hstack hypot identity imag in1d
    inf inner int int16 int32 int64 int8 integer integers interp intersect1d inv invert
    isclose isfinite isin isinf isnan item itemsize kron less less_equal linalg linspace log
    log10 log1p log2 logaddexp logical_and logical_not logical_or logical_xor logspace lstsq
    matmul matrix_rank matrix_transpose max maximum mean median meshgrid min minimum mod move
    moveaxis multiply nan nan_to_num nanmax nanmean nanmin nanstd nansum nbytes ndarray
    ndenumerate ndim ndindex negative newaxis nonzero norm normal not_equal ones ones_like
    outer pad partition percentile permutation pi pinv place polyfit polyval positive power
    prod ptp put qr quantile r_ rand randint randn random ravel real reciprocal remainder
    repeat reshape resize result_type roll rollaxis rot90 round searchsorted select setdiff1d
    shape shuffle sign sin sinh size slogdet solve sort split sqrt square squeeze stack
    standard_normal std sum svd swapaxes T take take_along_axis tan tanh tensordot
    tile tolist trace transpose tri tril triu true_divide uint8 uniform unique unravel_index
    vander var vdot vectorize vsplit vstack where zeros zeros_like
    """
)
"""NumPy's functions, its arrays' methods, and its linear algebra."""

_ARGUMENTS = _listed(
    """
    a_max a_min all arr axes bins casting constant_values ddof decimals dim divide edgeitems
    end endpoint high increasing indices initial invalid keepdims like loc low minlength mode
    neginf num obj ord order out over posinf q rcond repeats return_counts return_index
    return_inverse rowvar scale seed shift side start step stop strides subok toend under
    values weights x x1 x2 y
    """
)
"""What these are given by name."""

_TENSORFLOW = _listed(
    """
    Activation activation activation_function activations Adam Add add_loss add_weight
    adjoint_a as_list assign assign_add assign_sub Average AveragePooling2D backend batch_dims
    BatchNormalization bfloat16 bias_initializer bool boolean_mask cast clip_by_value concat
    Concatenate constant Conv2D convert_to_tensor Dense depth Dropout elu epsilon filters
    Flatten from_logits function gather gather_nd gelu get_shape GlobalAveragePooling2D
    GradientTape hard_sigmoid he_normal initializer Input input_tensor inputs is_tensor
    keep_dims keras kernel_initializer kernel_regularizer kernel_size L1 l1 L2 l2 l2_normalize
    labels Layer layers leaky_relu LeakyReLU learning_rate log_softmax logits losses math
    matvec Maximum MaxPooling2D Model models multiples multiply_no_nan name ndims nn
    num_or_size_splits numpy off_value on_value one_hot ops optimizers padding paddings perm
    pool_size pow range rank rate reduce_all reduce_any reduce_logsumexp reduce_max
    reduce_mean reduce_min reduce_prod reduce_std reduce_sum reduce_variance regularizers ReLU
    relu Rescaling Reshape RMSprop rsqrt scatter_nd selu Sequential set_seed SGD sigmoid slice
    Softmax softmax softmax_cross_entropy_with_logits softplus
    sparse_softmax_cross_entropy_with_logits stop_gradient strides subtract swish Tensor
    tensor tensor_scatter_nd_add tensor_scatter_nd_update top_k trainable transpose_a
    transpose_b units unstack use_bias validate_indices Variable ZeroPadding2D
    """
)
"""TensorFlow's and Keras' functions, and their arguments."""

_PYTHON = _listed(
    """
    accumulate chain comb combinations count Counter dataclass deepcopy default
    default_factory defaultdict degrees denominator deque discard dist extend factorial field
    fmean Fraction frozen fsum gcd get index insert islice isqrt items join keys lower median
    mode most_common numerator OrderedDict partial permutations pop product radians reduce
    remove replace reverse strip union update upper wraps zip_longest
    """
)
"""Methods of Python's lists, dicts and texts, and functions of its modules."""

WORDS = _NUMPY | _ARGUMENTS | _TENSORFLOW | _PYTHON
"""Attributes and arguments of all of them."""

TEXTS = _listed(
    """
    adam add all auto bilinear C categorical_crossentropy channels_first channels_last
    constant edge elu F fro full gelu glorot_normal glorot_uniform he_normal he_uniform ignore
    ij inf l1 l2 leaky_relu lecun_normal left linear mae max mean min mse nan none nuc ones
    raise reflect relu right rmsprop same selu sgd sigmoid softmax softplus
    sparse_categorical_crossentropy stable sum swish symmetric tanh valid warn wrap xy zeros
    """
)
"""What stands between quotes where these are called."""

SPECIAL = _listed(
    """
    __add__ __call__ __enter__ __eq__ __exit__ __getitem__ __init__ __iter__ __len__ __lt__
    __mul__ __neg__ __next__ __pow__ __radd__ __rmul__ __setitem__ __sub__ __truediv__
    """
)
"""Methods that Python calls by itself."""

FORBIDDEN = _listed(
    """
    __bases__ __builtins__ __class__ __code__ __dict__ __globals__ __import__ __mro__
    __reduce__ __subclasses__ breakpoint builtins compile ctypes ctypeslib delattr eval exec
    exit f2py getattr globals help importlib input io load_op_library locals memoryview
    numpy_function open os pathlib popen py_function quit setattr shutil socket subprocess sys
    system vars
    """
)
"""Names that reach out, whoever else uses them."""

METHODS = frozenset({"compile", "help", "input"})
"""What of these as an attribute is something else: Keras compiles a model."""
